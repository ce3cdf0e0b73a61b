import type { Random } from '../random.js';
import { paintPng, type Colour } from './png.js';

const [width, height] = [200, 150];

/** A parcel on a table, in the light from above, with the tear that somebody complains of. */
export function photograph(random: Random): Buffer {
  const cardboard = lit([196, 154, 104], random.between(80, 115) / 100);
  const table: Colour = [random.between(90, 130), random.between(90, 120), random.between(95, 130)];
  const [left, top] = [random.between(25, 55), random.between(25, 45)];
  const [right, bottom] = [width - random.between(25, 55), height - random.between(20, 30)];
  const tearAt = random.between(left + 15, right - 25);
  return paintPng(width, height, (x, y) => {
    const isParcel = x >= left && x < right && y >= top && y < bottom;
    const isTape = isParcel && Math.abs(y - (top + bottom) / 2) < 6;
    const isTorn = isParcel && Math.abs(x - tearAt - Math.abs((y % 14) - 7)) < 3 && y < top + 45;
    const light = 1.1 - (y / height) * 0.4;
    if (isTorn) return [40, 32, 28];
    if (isTape) return lit([220, 205, 160], light);
    return lit(isParcel ? cardboard : table, light);
  });
}

function lit([red, green, blue]: Colour, light: number): Colour {
  const bright = (value: number) => Math.min(255, Math.round(value * light));
  return [bright(red), bright(green), bright(blue)];
}
