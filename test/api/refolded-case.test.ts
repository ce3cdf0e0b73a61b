import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { reviseCases } from '@accord/server/commands/revise-cases';
import type { CaseState } from '@accord/server/domain/case';
import { foldVersion } from '@accord/server/domain/evolve';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt, storedEvents } from '../support/rebuild.js';
import { handClock, proposed } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

/** A case at an impasse, with a request that lapsed on Friday 03-06 and was found lapsed on Tuesday 03-10. */
async function atImpasse() {
  clock.set('2026-03-02T10:00:00');
  const walk = await proposed(app.runtime, cast);
  const fromPartyId = (await walk.state()).parties[0]!.id;
  await walk.act(cast.handler, 'requestEvidence', {
    fromPartyId,
    types: ['CHAT_RECORD'],
    isMandatory: false,
    dueInWorkingDays: 4,
  });
  clock.set('2026-03-10T10:00:00');
  await actOnDeadlines(app.runtime);
  await walk.act(cast.handler, 'declareImpasse', { reason: '双方分歧过大' });
  return walk;
}

/** Stores the case as a version did that told a lapse by when it was noticed, kept confirmations at an impasse and knew other dates. */
async function foldAsBefore(caseId: string, state: CaseState): Promise<void> {
  const { pool } = app.database;
  const noticedAt = '2026-03-10T02:00:00.000Z';
  const stray = { kind: 'PROPOSAL', subjectId: state.proposals[0]!.id, dueOn: '2026-12-31', actedAt: null };
  const old = {
    ...state,
    evidenceRequests: state.evidenceRequests.map((request) => ({ ...request, closedAt: noticedAt })),
    parties: state.parties.map((party) => ({ ...party, hasConfirmedResult: true })),
    deadlines: [...state.deadlines, stray],
    clocks: state.clocks.map((each) => ({
      ...each,
      stoppedAt: each.kind === 'RESPONSE' ? noticedAt : each.stoppedAt,
      // What had been found until then was no part of it: every row held what was found last.
      dimensions: each.dimensions && {
        ...each.dimensions,
        rootCause: undefined,
        respondentId: undefined,
        outcome: undefined,
      },
    })),
  };
  await pool.query('update case_snapshot set state = $2, fold_version = 0 where case_id = $1', [caseId, old]);
  await pool.query('update party set has_confirmed_result = true where case_id = $1', [caseId]);
  await pool.query('update evidence_request set closed_at = $2 where case_id = $1', [caseId, noticedAt]);
  await pool.query(`update clock set stopped_at = $2 where case_id = $1 and kind = 'RESPONSE'`, [caseId, noticedAt]);
  await pool.query(`update clock set root_cause = 'FRAUD' where case_id = $1`, [caseId]);
  await pool.query('insert into deadline (case_id, kind, subject_id, due_on) values ($1, $2, $3, $4)', [
    caseId,
    stray.kind,
    stray.subjectId,
    stray.dueOn,
  ]);
}

const foldedBy = async (caseId: string) =>
  (await app.database.pool.query('select fold_version from case_snapshot where case_id = $1', [caseId])).rows;

it('a case that an earlier version folded is folded anew before a command is judged by it', async () => {
  const walk = await atImpasse();
  const caseId = caseIdOf(walk);
  const state = await expectRebuilt(app.database.pool, walk.caseId);
  const events = await storedEvents(app.database.pool, walk.caseId);
  await foldAsBefore(walk.caseId, state);
  const close = `mutation ($input: CloseUnresolvedInput!) { closeUnresolved(input: $input) { case { stage } } }`;
  const { error } = await api.ask(cast.handler, close, { input: { caseId, expectedVersion: state.version } });
  expect(error).toMatchObject({ code: 'GUARD_FAILED', blockedBy: [{ code: 'RESULT_NOT_CONFIRMED' }] });
  const read = `query ($id: ID!) { case(id: $id) { version stage evidenceRequests { closedAt } } }`;
  const { data } = await api.ask(cast.complainant, read, { id: caseId });
  expect(data).toEqual({
    case: { version: state.version, stage: 'IMPASSE', evidenceRequests: [{ closedAt: '2026-03-06T15:59:59.999Z' }] },
  });
  expect(await expectRebuilt(app.database.pool, walk.caseId)).toEqual(state);
  expect(await storedEvents(app.database.pool, walk.caseId)).toEqual(events);
  expect(await foldedBy(walk.caseId)).toEqual([{ fold_version: foldVersion }]);
});

it('cases that nobody touches are folded anew by the sweep, each once', async () => {
  const walks = [await atImpasse(), await atImpasse()];
  const states = [];
  for (const walk of walks) {
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    await foldAsBefore(walk.caseId, state);
    states.push(state);
  }
  expect(await reviseCases(app.runtime)).toBe(2);
  for (const [index, walk] of walks.entries()) {
    expect(await expectRebuilt(app.database.pool, walk.caseId)).toEqual(states[index]);
  }
  expect(await reviseCases(app.runtime)).toBe(0);
});
