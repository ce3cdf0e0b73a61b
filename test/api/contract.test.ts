import { openDatabase, type Database } from '@accord/server/database';
import { createSchema, schemaText } from '@accord/server/graphql/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpDatabase } from '../support/database-dump.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await createTestDatabase();
  database = await openDatabase({ url: place.url });
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

describe('the committed contracts', () => {
  it('schema/database.sql is what the migrations make (`pnpm contracts` writes it)', async () => {
    await expect(await dumpDatabase(database.pool)).toMatchFileSnapshot('../../schema/database.sql');
  });

  it('schema/schema.graphql is what the server speaks (`pnpm contracts` writes it)', async () => {
    await expect(schemaText(createSchema())).toMatchFileSnapshot('../../schema/schema.graphql');
  });
});
