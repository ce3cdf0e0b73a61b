import type { GraphQLError } from 'graphql';
import type { Rate } from '../config.js';
import { codedError } from './errors.js';

/** A payer not seen for longest is forgotten, which gives it no more than waiting would. */
const mostPayers = 50_000;

/** What asking costs at the least, also when it is refused. */
export const leastCost = 1;

/** Gives each payer points to spend, refilled as time goes by; the same points over every transport. */
export class RateLimit {
  readonly #left = new Map<string, { points: number; at: number }>();

  constructor(private readonly rate: Rate) {}

  /** How fast points come back. */
  get perSecond(): number {
    return this.rate.perSecond;
  }

  /** RATE_LIMITED for who has nothing left to ask with. */
  require(payer: string): void {
    const has = this.#has(payer, performance.now());
    if (has < leastCost) throw this.#refusal(leastCost - has);
  }

  /** Takes points and tells how many are left; with too few it is RATE_LIMITED, and only the asking is paid. */
  spend(payer: string, points: number): number {
    const now = performance.now();
    const has = this.#has(payer, now);
    // What costs more than there ever is takes everything.
    const price = Math.min(points, this.rate.burst);
    const left = Math.max(0, has - (has < price ? leastCost : price));
    this.#left.delete(payer);
    this.#left.set(payer, { points: left, at: now });
    if (this.#left.size > mostPayers) this.#left.delete(this.#left.keys().next().value!);
    if (has < price) throw this.#refusal(price - left);
    return Math.floor(left);
  }

  #has(payer: string, now: number): number {
    const { burst, perSecond } = this.rate;
    const known = this.#left.get(payer);
    if (!known) return burst;
    const points = known.points + ((now - known.at) / 1000) * perSecond;
    // To the millionth: who waited as long as was told is not refused for what floating point loses.
    return Math.min(burst, Math.round(points * 1e6) / 1e6);
  }

  #refusal(missing: number): GraphQLError {
    const retryAfterMs = Math.ceil((missing / this.rate.perSecond) * 1000);
    const headers = new Map([['retry-after', String(Math.ceil(retryAfterMs / 1000))]]);
    const http = { status: 429, headers };
    return codedError('RATE_LIMITED', 'more than your share for now', { retryAfterMs, http });
  }
}
