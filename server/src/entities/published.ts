import type { MikroORM } from '@mikro-orm/postgresql';
import type { ClientBase, Pool } from 'pg';
import type { Band, Benchmarks } from '../domain/benchmark.js';
import type { ClockKind } from '../domain/clock.js';
import type { WorkingCalendar } from '../domain/working-calendar.js';
import { Benchmark } from './benchmark.js';
import { readWorkingCalendars } from './working-calendar.js';

/** The calendar and the benchmarks in force, kept in memory; small, and almost always the same. */
export interface Published {
  calendar: WorkingCalendar;
  /** Every version there is, by its number: a clock that stopped keeps the one that counted it. */
  calendars: ReadonlyMap<number, WorkingCalendar>;
  benchmarks: Benchmarks;
}

export interface PublishedVersions {
  calendarVersion: number;
  benchmarkVersion: number;
}

/** The newest versions, as a select list. */
export const publishedVersions = `
  (select max(version) from calendar_version) as "calendarVersion",
  (select max(version) from benchmark) as "benchmarkVersion"`;

/** Answers what is in force, or was at given versions; a version never changes, so it is read once. */
export class PublishedMemory {
  readonly #orm: MikroORM;
  readonly #calendars = new Map<number, WorkingCalendar>();
  readonly #benchmarks = new Map<number, Benchmarks>();

  constructor(orm: MikroORM) {
    this.#orm = orm;
  }

  async inForce(client: ClientBase | Pool, versions?: PublishedVersions): Promise<Published> {
    const { calendarVersion, benchmarkVersion } = versions ?? (await readVersions(client));
    if (!this.#calendars.has(calendarVersion)) {
      const known = Math.max(0, ...this.#calendars.keys());
      for (const each of await readWorkingCalendars(client, known)) this.#calendars.set(each.version, each);
    }
    if (!this.#benchmarks.has(benchmarkVersion)) {
      this.#benchmarks.set(benchmarkVersion, await this.#readBenchmarks(benchmarkVersion));
    }
    return {
      calendar: this.#calendars.get(calendarVersion)!,
      calendars: this.#calendars,
      benchmarks: this.#benchmarks.get(benchmarkVersion)!,
    };
  }

  async #readBenchmarks(version: number): Promise<Benchmarks> {
    const found = await this.#orm.em.fork().find(Benchmark, { version });
    const bands = found.map(({ clock, minWorkingDays: min, maxWorkingDays: max }) => [clock, { min, max }]);
    return { version, bands: Object.fromEntries(bands) as Record<ClockKind, Band> };
  }
}

async function readVersions(client: ClientBase | Pool): Promise<PublishedVersions> {
  const { rows } = await client.query<PublishedVersions>(`select ${publishedVersions}`);
  return rows[0]!;
}
