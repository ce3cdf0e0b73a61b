import type { ClientBase, Pool } from 'pg';
import type { Band, Benchmarks } from '../domain/benchmark.js';
import type { ClockKind } from '../domain/clock.js';
import type { WorkingCalendar } from '../domain/working-calendar.js';
import { readWorkingCalendar } from '../reads/working-calendar.js';

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
  #current: Published | null = null;

  async inForce(client: ClientBase | Pool, versions?: PublishedVersions): Promise<Published> {
    const { calendarVersion, benchmarkVersion } = versions ?? (await readVersions(client));
    let calendar = this.#current?.calendar;
    let benchmarks = this.#current?.benchmarks;
    if (calendar?.version !== calendarVersion) calendar = await readWorkingCalendar(client);
    if (benchmarks?.version !== benchmarkVersion) benchmarks = await readBenchmarks(client, benchmarkVersion);
    this.#current = { calendar, benchmarks };
    return this.#current;
  }
}

async function readVersions(client: ClientBase | Pool): Promise<PublishedVersions> {
  const { rows } = await client.query<PublishedVersions>(`select ${publishedVersions}`);
  return rows[0]!;
}

async function readBenchmarks(client: ClientBase | Pool, version: number): Promise<Benchmarks> {
  const { rows } = await client.query<{ clock: ClockKind; min: number; max: number }>(
    'select clock, min_working_days as min, max_working_days as max from benchmark where version = $1',
    [version],
  );
  const bands = Object.fromEntries(rows.map(({ clock, min, max }) => [clock, { min, max }])) as Record<ClockKind, Band>;
  return { version, bands };
}
