import { rawDays, rawIndex } from '../support/day-by-day.js';

/** Every date is the text `YYYY-MM-DD`; working days are counted one by one. */
export type Day = string;

function at(day: Day): number {
  return rawIndex.get(day)!;
}

export function dayAfter(day: Day, days = 1): Day {
  return rawDays[at(day) + days]!.date;
}

/** Which days are working days: the statutory ones, but for what a later notice says of some. */
export class Almanac {
  constructor(private readonly named: ReadonlyMap<Day, boolean> = new Map()) {}

  /** With what a notice says laid over it. */
  with(notice: ReadonlyMap<Day, boolean>): Almanac {
    return new Almanac(new Map([...this.named, ...notice]));
  }

  isWorkingDay(day: Day): boolean {
    return this.named.get(day) ?? rawDays[at(day)]!.isWorkingDay;
  }

  /** The Nth working day after `day`; the day itself never counts. */
  after(day: Day, count: number): Day {
    let found = day;
    for (let left = count; left > 0;) {
      found = dayAfter(found);
      if (this.isWorkingDay(found)) left -= 1;
    }
    return found;
  }

  /** The day itself, or the next working day. */
  from(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.from(dayAfter(day));
  }

  /** The working days in (from, to], each by its date. */
  in(from: Day, to: Day): Day[] {
    const days: Day[] = [];
    for (let day = from; day < to;) {
      day = dayAfter(day);
      if (this.isWorkingDay(day)) days.push(day);
    }
    return days;
  }
}
export const statutory = new Almanac();

/** Numbers from a seed, the same ones for the same seed (mulberry32). */
export class Dice {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  upTo(count: number): number {
    return Math.floor(this.next() * count);
  }
  chance(probability: number): boolean {
    return this.next() < probability;
  }
  pick<T>(choices: readonly T[]): T {
    return choices[this.upTo(choices.length)]!;
  }
}
