import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { livedThrough } from '../support/dispute.js';
import { expectRebuilt } from '../support/rebuild.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let walk: Awaited<ReturnType<typeof livedThrough>>;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  walk = await livedThrough(app.runtime, cast);
});
afterAll(() => app.close());

const read = async (who: keyof Pick<Cast, 'complainant' | 'respondent' | 'handler' | 'manager'>, fields: string) => {
  const answer = await api.ask<{ case: Record<string, unknown> }>(
    cast[who],
    `query ($id: ID!) { case(id: $id) { ${fields} } }`,
    { id: caseIdOf(walk) },
  );
  expect(answer.errors).toEqual([]);
  return answer.data.case;
};

describe('what staff write to each other', () => {
  it('is read by staff alone, moves no version and fails on none', async () => {
    const { version } = await walk.state();
    const input = { caseId: caseIdOf(walk), expectedVersion: 1, text: '商家曾有类似投诉' };
    const { data, errors } = await api.ask(
      cast.handler,
      `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { text author { role } } case { version } } }`,
      { input },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      addNote: { note: { text: '商家曾有类似投诉', author: { role: 'HANDLER' } }, case: { version } },
    });
    await walk.act(cast.handler, 'recordContactAttempt', {
      partyId: walk.seller.id,
      channel: 'PHONE',
      isReached: false,
      note: '无人接听',
    });
    const fields = `notes { text }
      contactAttempts { party { side } channel isReached note author { role } }`;
    expect(await read('handler', fields)).toEqual({
      notes: [{ text: '商家曾有类似投诉' }],
      contactAttempts: [
        {
          party: { side: 'RESPONDENT' },
          channel: 'PHONE',
          isReached: false,
          note: '无人接听',
          author: { role: 'HANDLER' },
        },
      ],
    });
    for (const who of ['complainant', 'respondent', 'manager'] as const) {
      expect(await read(who, fields), who).toEqual({ notes: [], contactAttempts: [] });
    }
  });
});

describe('positions, reviews and measures', () => {
  it('are read by who is part of the case', async () => {
    const before = await walk.state();
    await walk.act(cast.complainant, 'statePosition', { text: '商品与描述不符' });
    await walk.act(cast.complainant, 'statePosition', { text: '要求退款' });
    await walk.act(cast.handler, 'liftMeasure', { measureId: before.measures[0]!.id, reason: '已和解' });
    expect(await read('respondent', 'parties { side position } measures { kind liftedAt }')).toEqual({
      parties: [
        { side: 'COMPLAINANT', position: '要求退款' },
        { side: 'RESPONDENT', position: null },
      ],
      measures: [{ kind: 'HOLD_FUNDS', liftedAt: '2026-03-02T02:00:00.000Z' }],
    });
  });

  it('of evidence stay with who reads the evidence', async () => {
    const other = await livedThroughInvestigation();
    const evidence = `evidence(first: 9) { edges { node { type isSuperseded supersedes { type } review { isAccepted reason } } } }`;
    const answer = await api.ask<{ case: { evidence: { edges: { node: object }[] } } }>(
      cast.complainant,
      `query ($id: ID!) { case(id: $id) { ${evidence} } }`,
      { id: caseIdOf(other) },
    );
    expect(answer.data.case.evidence.edges.map(({ node }) => node)).toEqual([
      { type: 'PAYSLIP', isSuperseded: true, supersedes: null, review: { isAccepted: false, reason: '看不清' } },
      { type: 'PAYSLIP', isSuperseded: false, supersedes: { type: 'PAYSLIP' }, review: null },
    ]);
    const hidden = await api.ask(cast.respondent, `query ($id: ID!) { case(id: $id) { ${evidence} } }`, {
      id: caseIdOf(other),
    });
    expect(hidden.data).toEqual({ case: { evidence: { edges: [] } } });
  });
});

/** A case in which a payslip was not accepted and handed in anew. */
async function livedThroughInvestigation() {
  const other = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
  await other.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  await other.act(cast.handler, 'acceptCase', { complexity: 'LOW' });
  await other.act(cast.handler, 'startInvestigation', { steps: [{ kind: 'OTHER' }] });
  const first = await other.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
  const evidenceId = first.ids['evidenceId']!;
  await other.act(cast.handler, 'reviewEvidence', { evidenceId, isAccepted: false, reason: '看不清' });
  clock.set('2026-03-02T10:00:01');
  await other.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '清晰版', supersedesId: evidenceId });
  await expectRebuilt(app.database.pool, other.caseId);
  return other;
}

describe('a meeting', () => {
  it('is arranged anew, answered, called off and read by both parties', async () => {
    const other = await livedThroughInvestigation();
    const scheduledAt = '2026-03-06T02:00:00.000Z';
    const { ids } = await other.act(cast.handler, 'scheduleMeeting', { mode: 'PHONE', scheduledAt });
    const meetingId = ids['meetingId']!;
    await other.act(cast.handler, 'rescheduleMeeting', { meetingId, scheduledAt: '2026-03-09T02:00:00.000Z' });
    const answered = await api.ask(
      cast.respondent,
      `mutation ($input: RespondToMeetingInput!) {
        respondToMeeting(input: $input) { meeting { scheduledAt responses { party { side } answer } } }
      }`,
      { input: { caseId: caseIdOf(other), meetingId: `meeting_${meetingId}`, answer: 'DECLINED' } },
    );
    expect(answered.data).toEqual({
      respondToMeeting: {
        meeting: {
          scheduledAt: '2026-03-09T02:00:00.000Z',
          responses: [{ party: { side: 'RESPONDENT' }, answer: 'DECLINED' }],
        },
      },
    });
    await other.act(cast.handler, 'cancelMeeting', { meetingId, reason: '商家不参加' });
    await expectRebuilt(app.database.pool, other.caseId);
    const read = await api.ask(cast.complainant, `query ($id: ID!) { case(id: $id) { meetings { status } } }`, {
      id: caseIdOf(other),
    });
    expect(read.data).toEqual({ case: { meetings: [{ status: 'CANCELLED' }] } });
  });
});

describe('a rating', () => {
  it('is read by its own party and by staff', async () => {
    for (const term of (await walk.state()).terms) {
      await walk.act(cast.complainant, 'confirmTerm', { termId: term.id });
    }
    await walk.act(cast.complainant, 'rateCase', { score: 4, text: '较快' });
    clock.set('2026-03-02T10:00:02');
    await walk.act(cast.respondent, 'rateCase', { score: 2 });
    const fields = 'satisfaction { party { side } score text }';
    const complainants = { party: { side: 'COMPLAINANT' }, score: 4, text: '较快' };
    const respondents = { party: { side: 'RESPONDENT' }, score: 2, text: null };
    expect(await read('complainant', fields)).toEqual({ satisfaction: [complainants] });
    expect(await read('respondent', fields)).toEqual({ satisfaction: [respondents] });
    expect(await read('handler', fields)).toEqual({ satisfaction: [complainants, respondents] });
    expect(await read('manager', fields)).toEqual({ satisfaction: [] });
    await expectRebuilt(app.database.pool, walk.caseId);
  });
});
