import type { MikroORM } from '@mikro-orm/postgresql';
import type { ClientBase, Pool } from 'pg';
import type { Band, Benchmarks } from '../domain/benchmark.js';
import type { ClockKind } from '../domain/clock.js';
import type { WorkingCalendar } from '../domain/working-calendar.js';
import { Benchmark } from './benchmark.js';
import { readWorkingCalendar } from './working-calendar.js';

/** The calendar and the benchmarks in force, kept in memory; small, and almost always the same. */
export interface Published {
  calendar: WorkingCalendar;
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

/** Answers what is in force; it is read again only when the database holds a newer version than the memory. */
export class PublishedMemory {
  readonly #orm: MikroORM;
  #current: Published | null = null;

  constructor(orm: MikroORM) {
    this.#orm = orm;
  }

  async inForce(client: ClientBase | Pool, versions?: PublishedVersions): Promise<Published> {
    const { calendarVersion, benchmarkVersion } = versions ?? (await readVersions(client));
    let calendar = this.#current?.calendar;
    let benchmarks = this.#current?.benchmarks;
    if (calendar?.version !== calendarVersion) calendar = await readWorkingCalendar(client);
    if (benchmarks?.version !== benchmarkVersion) benchmarks = await this.#readBenchmarks(benchmarkVersion);
    this.#current = { calendar, benchmarks };
    return this.#current;
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
