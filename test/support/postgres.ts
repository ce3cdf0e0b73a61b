import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of one test file. */
export interface TestDatabase {
  /** Connects as the owner of the database, who is no superuser. */
  readonly url: string;
  readonly superuserUrl: string;
  drop(): Promise<void>;
}

/** Makes a database with all migrations applied, or an empty one. */
export async function createTestDatabase({ isEmpty = false } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(`create database ${name} owner accord template ${isEmpty ? 'template0' : 'accord'}`);
  const superuserUrl = new URL(inject('superuserUrl'));
  superuserUrl.pathname = name;
  const url = new URL(superuserUrl);
  url.username = 'accord';
  return {
    url: url.href,
    superuserUrl: superuserUrl.href,
    drop: () => asSuperuser(`drop database ${name} with (force)`),
  };
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('superuserUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
