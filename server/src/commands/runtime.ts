import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { defaultPolicy } from '../domain/benchmark.js';
import type { Policy } from '../domain/benchmark.js';
import { PublishedMemory } from '../entities/published.js';
import { createDoorbell } from '../feed/doorbell.js';
import type { Doorbell } from '../feed/doorbell.js';

/** What every command needs: where to write, whom to wake, and what is in force. */
export interface Runtime {
  pool: Pool;
  /** For administration: people, teams, benchmarks. */
  orm: MikroORM;
  doorbell: Doorbell;
  published: PublishedMemory;
  policy: Policy;
  /** Tells the sweep of this process of a publication, or of a payment to check; others see it within a minute. */
  alarm: EventTarget;
  /** The clock of tests and seeds; otherwise the database's. */
  now?: (() => Date) | undefined;
}

/** A runtime over an open database. */
export function createRuntime({ pool, orm }: Pick<Runtime, 'pool' | 'orm'>, now?: () => Date): Runtime {
  return {
    pool,
    orm,
    doorbell: createDoorbell(),
    published: new PublishedMemory(orm),
    policy: defaultPolicy,
    alarm: new EventTarget(),
    now,
  };
}
