import { openDatabase } from '@accord/server/database';
import { readMigrations } from '@accord/server/database-migration';
import { expect, it } from 'vitest';
import { createTestDatabase } from '../support/postgres.js';

it('a case folded by an earlier version is completed by the migrations', async () => {
  const place = await createTestDatabase({ isEmpty: true });
  try {
    const all = readMigrations();
    const before = all.filter(({ name }) => name < '0006');
    const id = '01930000-0000-7000-8000-00000000000a';
    const state = {
      id,
      parties: [{ id: 'buyer' }, { id: 'seller' }],
      clocks: [{ kind: 'OVERALL' }],
      evidence: [{ id: 'photo' }],
      measures: [],
      meetings: [{ id: 'meeting' }],
      terms: [{ id: 'plan', instalments: [{ number: 1 }, { number: 2 }] }],
    };
    const old = await openDatabase({ url: place.url, migrations: before });
    await old.pool.query('insert into case_snapshot (case_id, state) values ($1, $2)', [id, JSON.stringify(state)]);
    await old.close();
    const database = await openDatabase({ url: place.url, migrations: all });
    const { rows } = await database.pool.query<{ state: object }>('select state from case_snapshot');
    await database.close();
    const silent = { position: null, isUnreachable: false, silenceEndsOn: null };
    expect(rows[0]!.state).toMatchObject({
      id,
      clarifications: [],
      contactAttempts: [],
      ratings: [],
      movements: [],
      withdrawnFrom: null,
      parties: [
        { id: 'buyer', ...silent },
        { id: 'seller', ...silent },
      ],
      clocks: [{ kind: 'OVERALL', capOn: null }],
      evidence: [{ id: 'photo', supersedesId: null, review: null }],
      measures: [],
      meetings: [{ id: 'meeting', responses: [] }],
      terms: [
        {
          id: 'plan',
          contestedAt: null,
          instalments: [
            { number: 1, paidAt: null },
            { number: 2, paidAt: null },
          ],
        },
      ],
    });
  } finally {
    await place.drop();
  }
});
