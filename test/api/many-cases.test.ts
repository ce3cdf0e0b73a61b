import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { livedThrough } from '../support/dispute.js';
import { road } from '../support/road.js';

let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

interface Result {
  caseId: string;
  case: { id: string; stage: string; handler: { id: string } | null } | null;
  error: {
    code: string;
    blockedBy: { code: string; message: string; subjectIds: string[] }[];
    fields: { path: string }[];
  } | null;
}
interface Payload {
  results: Result[];
  eventCursor: string | null;
}

async function give(person: Person, name: 'assignCases' | 'closeCases', input: object) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, error } = await api.ask<Record<string, Payload>>(
    person,
    `mutation ($input: ${type}!) { ${name}(input: $input) { eventCursor results { caseId case { id stage handler { id } }
      error { code blockedBy { code message subjectIds } fields { path } } } } }`,
    { input },
    { 'accept-language': 'en' },
  );
  return { payload: data?.[name], error };
}

const filed = () => road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
const idOf = ({ id }: Person) => `person_${id}`;
const assigned = async (caseId: string) => {
  const { rows } = await app.database.pool.query(
    `select actor->>'personId' as by from case_event where case_id = $1 and type = 'CaseAssigned'`,
    [caseId.slice(5)],
  );
  return rows.length;
};

describe('many cases are assigned at once', () => {
  it('each by itself: what is refused says why, and stands in the way of no other', async () => {
    const [one, two, own] = [await filed(), await filed(), await road(app.runtime).submit(cast.handler)];
    const taken = await filed();
    await taken.act(cast.colleague, 'assignCase', {});
    const foreign = await road(app.runtime).submit(cast.complainant);
    await app.database.pool.query('update dispute_case set team_id = $1 where id = $2', [
      cast.otherTeamId,
      foreign.caseId,
    ]);
    await app.database.pool.query(
      `update case_snapshot set state = (state::jsonb || jsonb_build_object('teamId', $1::text))::json where case_id = $2`,
      [cast.otherTeamId, foreign.caseId],
    );
    const [first, second, mine, theirs, hidden] = [one, two, own, taken, foreign].map(caseIdOf);
    const unknown = 'case_01930000-0000-7000-8000-00000000abcd';
    const caseIds = [first, mine, unknown, theirs, second, first, 'nonsense', hidden, idOf(cast.handler)];
    const { payload } = await give(cast.handler, 'assignCases', { caseIds });
    expect(payload!.results.map(({ caseId, error }) => [caseId, error?.code ?? null])).toEqual([
      [first, null],
      // A party of the case is no handler of it, but sees it.
      [mine, 'FORBIDDEN'],
      [unknown, 'NOT_FOUND'],
      // The team's queue is what a handler sees; a colleague's case is not in it.
      [theirs, 'NOT_FOUND'],
      [second, null],
      ['nonsense', 'NOT_FOUND'],
      [hidden, 'NOT_FOUND'],
      [idOf(cast.handler), 'NOT_FOUND'],
    ]);
    for (const { case: shown, error } of payload!.results) {
      if (!error) expect(shown!.handler).toEqual({ id: idOf(cast.handler) });
      if (error?.code === 'NOT_FOUND') expect(shown).toBeNull();
      if (error?.code === 'FORBIDDEN') expect(shown!.id).toBe(mine);
    }
    expect(payload!.eventCursor).toEqual(expect.any(String));
    expect(await assigned(first!)).toBe(1);
  });

  it('tells what blocks, as the single command does', async () => {
    const [queued, mine] = [await filed(), await filed()];
    await mine.act(cast.handler, 'assignCase', {});
    const input = { caseIds: [caseIdOf(mine), caseIdOf(queued)], handlerId: idOf(cast.handler), reason: '调整' };
    const { payload } = await give(cast.supervisor, 'assignCases', input);
    expect(payload!.results[0]!.error).toMatchObject({
      code: 'GUARD_FAILED',
      blockedBy: [{ code: 'ALREADY_ASSIGNED', message: expect.stringMatching(/^[\w ’,.]+$/) as string }],
    });
    expect(payload!.results[0]!.case!.id).toBe(caseIdOf(mine));
    expect(payload!.results[1]!.error).toBeNull();
    const blank = await give(cast.supervisor, 'assignCases', {
      caseIds: [caseIdOf(mine)],
      handlerId: idOf(cast.colleague),
      reason: ' ',
    });
    expect(blank.payload!.results[0]!.error).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.reason' }],
    });
    expect(blank.payload!.eventCursor).toBeNull();
  });

  it('refuses none, more than a hundred, and a handler who is nobody, as a whole', async () => {
    const caseId = caseIdOf(await filed());
    for (const caseIds of [[], Array.from({ length: 101 }, () => caseId)]) {
      const { error } = await give(cast.handler, 'assignCases', { caseIds });
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.caseIds' }] });
    }
    const nobody = await give(cast.supervisor, 'assignCases', { caseIds: [caseId], handlerId: caseId });
    expect(nobody.error).toEqual({ code: 'NOT_FOUND', path: 'input.handlerId' });
    expect(await assigned(caseId)).toBe(0);
  });

  it('a repeat of the key changes nothing again, and with another input it is refused', async () => {
    const [one, two] = [await filed(), await filed()];
    const input = { caseIds: [caseIdOf(one), caseIdOf(two)], idempotencyKey: 'many-1' };
    const [a, b] = await Promise.all([
      give(cast.handler, 'assignCases', input),
      give(cast.handler, 'assignCases', input),
    ]);
    expect(a.payload!.results.map(({ error }) => error)).toEqual([null, null]);
    expect(b.payload!.results).toEqual(a.payload!.results);
    expect([await assigned(caseIdOf(one)), await assigned(caseIdOf(two))]).toEqual([1, 1]);

    const other = await give(cast.handler, 'assignCases', { ...input, caseIds: [caseIdOf(one)] });
    expect(other.error).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    const reordered = await give(cast.handler, 'assignCases', { ...input, caseIds: input.caseIds.toReversed() });
    expect(reordered.error).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    // A key belongs to a person and a mutation.
    const { payload } = await give(cast.supervisor, 'assignCases', {
      ...input,
      handlerId: idOf(cast.colleague),
      reason: '调整',
    });
    expect(payload!.results.map(({ error }) => error)).toEqual([null, null]);
    // Whether one may see a case comes before what a key has done to it.
    const late = await give(cast.handler, 'assignCases', input);
    expect(late.payload!.results.map(({ error, case: shown }) => [error!.code, shown])).toEqual([
      ['NOT_FOUND', null],
      ['NOT_FOUND', null],
    ]);
    expect([await assigned(caseIdOf(one)), await assigned(caseIdOf(two))]).toEqual([2, 2]);
  });

  it('tries again under the key what was refused before', async () => {
    const [free, blocked] = [await filed(), await filed()];
    await app.database.pool.query(`update person set away_through = '2099-01-01' where id = $1`, [cast.colleague.id]);
    const input = { caseIds: [caseIdOf(blocked)], handlerId: idOf(cast.colleague), idempotencyKey: 'again' };
    const refused = await give(cast.supervisor, 'assignCases', input);
    expect(refused.payload!.results[0]!.error!.blockedBy[0]!.code).toBe('HANDLER_AWAY');
    await app.database.pool.query('update person set away_through = null where id = $1', [cast.colleague.id]);
    const again = await give(cast.supervisor, 'assignCases', input);
    expect(again.payload!.results[0]).toMatchObject({ error: null, case: { handler: { id: idOf(cast.colleague) } } });
    expect(await assigned(caseIdOf(free))).toBe(0);
  });
});

describe('many cases are closed at once', () => {
  it('where every party has confirmed', async () => {
    const lived = await livedThrough(app.runtime, cast);
    await lived.act(cast.complainant, 'confirmTerm', { termId: lived.proposal.terms[0]!.id });
    await lived.act(cast.respondent, 'fulfilTerm', { termId: lived.proposal.terms[1]!.id });
    await lived.act(cast.complainant, 'confirmTerm', { termId: lived.proposal.terms[1]!.id });
    const open = await filed();
    await open.act(cast.handler, 'assignCase', {});
    const caseIds = [caseIdOf(lived), caseIdOf(open)];
    const early = await give(cast.handler, 'closeCases', { caseIds });
    expect(early.payload!.results.map(({ error }) => error!.blockedBy[0]!.code)).toEqual([
      'RESULT_NOT_CONFIRMED',
      'WRONG_STAGE',
    ]);
    await lived.act(cast.complainant, 'confirmResult', {});
    await lived.act(cast.respondent, 'confirmResult', {});
    const stranger = await give(cast.stranger, 'closeCases', { caseIds });
    expect(stranger.payload!.results.map(({ error, case: shown }) => [error!.code, shown])).toEqual([
      ['NOT_FOUND', null],
      ['NOT_FOUND', null],
    ]);
    const party = await give(cast.complainant, 'closeCases', { caseIds });
    expect(party.payload!.results.map(({ error }) => error!.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const { payload } = await give(cast.handler, 'closeCases', { caseIds });
    expect(payload!.results.map((each) => [each.case!.stage, each.error?.code ?? null])).toEqual([
      ['CLOSED', null],
      ['SUBMITTED', 'GUARD_FAILED'],
    ]);
  });
});
