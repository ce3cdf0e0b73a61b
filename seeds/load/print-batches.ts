import { setImmediate as turn } from 'node:timers/promises';
import { startOfDay } from '@accord/server/domain/working-calendar';
import type { Published } from '../builders.js';
import { Random } from '../random.js';
import { liveCase, type DemoParameters } from '../scenarios/demo.js';
import { everybody, teams } from '../scenarios/people.js';
import { shortWay } from '../scenarios/short-way.js';
import { filingDates } from '../scenarios/workload.js';
import type { Batch } from './copy.js';
import { Stencil } from './stencil.js';

/** A load under way: what it is made from, and which of its batches are written. */
export type Loading = DemoParameters & { written: number[]; isFinished: boolean };

const twinsOfLife = 100;
const livesOfBatch = 5;
export const casesOfBatch = twinsOfLife * livesOfBatch;
const casesOfCustomer = 5;

/** How many customers of their own so many cases have. */
export function customersOf(cases: number): number {
  return Math.ceil(cases / casesOfCustomer);
}

/** The id of a customer, counted from 1. */
export function customerId(number: number): string {
  return `01920000-0000-7000-8000-32${String(number).padStart(10, '0')}`;
}

/** Lives one case in a hundred, makes the others its twins, and prints what is not written yet, the earliest filed first. */
export async function* printBatches(
  { asOf, cases, seed, written }: Loading,
  published: Published,
  arrayColumns: ReadonlySet<string>,
): AsyncGenerator<Batch> {
  const done = new Set(written);
  const lives = Math.ceil(cases / twinsOfLife);
  const dates = filingDates(published.calendar, asOf, lives, new Random(`${seed} load`));
  const known = new Set([...everybody.keys(), ...Object.values(teams).map(({ id }) => id), ...published.routeIds]);
  const options = { calendarVersion: published.calendar.version, known, arrayColumns };
  const horizon = startOfDay(asOf).toISOString();
  const customers = customersOf(cases);
  for (let number = 0; number * casesOfBatch < cases; number += 1) {
    if (done.has(number)) continue;
    const linesOf: Batch['linesOf'] = new Map();
    for (let life = number * livesOfBatch; life < Math.min((number + 1) * livesOfBatch, lives); life += 1) {
      const chance = new Random(`${seed} ${asOf} life ${life}`);
      const stencil = new Stencil(liveCase(published, dates[life]!, horizon, chance, { way: shortWay }), options);
      for (let twin = life * twinsOfLife; twin < Math.min((life + 1) * twinsOfLife, cases); twin += 1) {
        const random = new Random(`${seed} ${asOf} twin ${twin}`);
        for (const [target, lines] of stencil.print(random, customerId(random.between(1, customers)))) {
          const before = linesOf.get(target);
          if (before) before.push(lines);
          else linesOf.set(target, [lines]);
        }
        // The database, which writes the batches before, is heard between two cases.
        await turn();
      }
    }
    yield { number, linesOf };
  }
}
