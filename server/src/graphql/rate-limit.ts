import type { GraphQLError } from 'graphql';
import type { Rate } from '../config.js';
import { codedError } from './errors.js';

/** A payer not seen for longest is forgotten, which gives it no more than waiting would. */
const mostPayers = 50_000;

/** Gives each payer points to spend, refilled as time goes by; the same points over every transport. */
export class RateLimit {
  readonly #left = new Map<string, { points: number; at: number }>();

  constructor(private readonly rate: Rate) {}

  /** Takes points and tells how many are left; RATE_LIMITED, and nothing taken, when there are too few. */
  spend(payer: string, points: number): number {
    const now = performance.now();
    const { burst, perSecond } = this.rate;
    const { points: had, at } = this.#left.get(payer) ?? { points: burst, at: now };
    const has = Math.min(burst, had + ((now - at) / 1000) * perSecond);
    // More than there ever is would never be allowed: a full purse pays for anything.
    const price = Math.min(points, burst);
    const left = has < price ? has : has - price;
    this.#left.delete(payer);
    this.#left.set(payer, { points: left, at: now });
    if (this.#left.size > mostPayers) this.#left.delete(this.#left.keys().next().value!);
    if (has < price) throw rateLimited(Math.ceil(((price - has) / perSecond) * 1000));
    return Math.floor(left);
  }
}

function rateLimited(retryAfterMs: number): GraphQLError {
  const headers = new Map([['retry-after', String(Math.ceil(retryAfterMs / 1000))]]);
  return codedError('RATE_LIMITED', 'more than your share for now', { retryAfterMs, http: { status: 429, headers } });
}
