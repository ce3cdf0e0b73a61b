import { hash } from 'node:crypto';

const wordsPerBlock = 8;

/** Chance that repeats itself: the same seed gives the same numbers on every machine, drawn from sha256 of seed and counter. */
export class Random {
  readonly #seed: string;
  #block = '';
  #drawn = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** A number from 0 up to, but never, 1. */
  share(): number {
    return this.#uint32() / 2 ** 32;
  }

  /** True so often. */
  chance(probability: number): boolean {
    return this.share() < probability;
  }

  /** A whole number from `least` through `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  /** A waiting time with this mean: mostly somewhat shorter, sometimes several times as long. */
  around(mean: number): number {
    const product = (1 - this.share()) * (1 - this.share()) * (1 - this.share());
    return -Math.log(product) * (mean / 3);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.between(0, choices.length - 1)]!;
  }

  /** One of the choices, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let rest = this.share() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) return choice;
    }
    return choices.at(-1)![0];
  }

  /** The same in another order. */
  shuffled<T>(all: readonly T[]): T[] {
    const rest = [...all];
    return all.map(() => rest.splice(this.between(0, rest.length - 1), 1)[0]!);
  }

  /** So many random bytes as base64url. */
  salt(): string {
    return Buffer.from(this.#hex(16), 'hex').toString('base64url');
  }

  /** A UUIDv7: 48 bits of milliseconds, then random. */
  id(milliseconds: number): string {
    const time = milliseconds.toString(16).padStart(12, '0');
    const random = this.#hex(10);
    const variant = '89ab'[this.between(0, 3)];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(3, 6)}-${random.slice(6, 18)}`;
  }

  #hex(bytes: number): string {
    let text = '';
    while (text.length < bytes * 2) text += this.#word();
    return text.slice(0, bytes * 2);
  }

  #uint32(): number {
    return Number.parseInt(this.#word(), 16);
  }

  /** The next 32 bits in hexadecimal. */
  #word(): string {
    const place = this.#drawn % wordsPerBlock;
    if (place === 0) this.#block = hash('sha256', `${this.#seed} ${this.#drawn}`);
    this.#drawn += 1;
    return this.#block.slice(place * 8, place * 8 + 8);
  }
}
