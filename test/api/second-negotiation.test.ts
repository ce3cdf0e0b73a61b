import { readFile } from 'node:fs/promises';
import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { blocked, code, unknownId } from '../support/refusal.js';
import { expectRebuilt } from '../support/rebuild.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
const experts = () => [cast.expertA, cast.expertB, cast.expertC];

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());
beforeEach(() => clock.set('2026-03-02T10:00:00'));

/** A case whose first negotiation failed. */
async function impasse() {
  const { handler } = cast;
  const walk = await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
  await walk.act(handler, 'assignCase', { handlerId: handler.id });
  await walk.act(handler, 'acceptCase', { complexity: 'LOW' });
  await walk.act(handler, 'startInvestigation', { steps: [{ kind: 'OTHER' }] });
  const stepId = (await walk.state()).investigations[0]!.steps[0]!.id;
  await walk.act(handler, 'completeInvestigationStep', { stepId, result: '完成' });
  await walk.act(handler, 'recordFinding', { rootCause: 'UNKNOWN', text: '原因不明' });
  await walk.act(handler, 'concludeInvestigation', {});
  await walk.act(cast.complainant, 'postMessage', { text: '请尽快' });
  await walk.act(handler, 'declareImpasse', { reason: '双方意见不一' });
  return walk;
}

/** The same with experts reviewing it, the first of whom has handed in an opinion. */
async function reviewed() {
  const walk = await impasse();
  await walk.act(cast.complainant, 'requestSecondNegotiation', { grounds: '对调查不满意' });
  for (const expert of experts()) {
    await walk.act(cast.supervisor, 'appointExpert', { expertId: expert.id });
    await walk.act(expert, 'declareConflict', { hasConflict: false });
  }
  await walk.act(cast.supervisor, 'admitSecondNegotiation', { handlerId: cast.colleague.id });
  await walk.act(cast.expertA, 'submitOpinion', { text: '应退还一半' });
  return walk;
}

const question = `query ($id: ID!) { case(id: $id) {
  stage waitingOn description handler { name } messages(first: 5) { nodes { text } } events(first: 100) { nodes { type actor { role person { name } } } }
  parties { name members { name } }
  expertPanel { status grounds requestedBy { name } seats { number pseudonym expert { name } seal opinion sealedAt } }
} }`;
interface Read {
  case: {
    stage: string;
    waitingOn: string;
    description: string | null;
    handler: unknown;
    messages: { nodes: unknown[] };
    events: { nodes: { type: string; actor: { role: string; person: unknown } }[] };
    parties: { name: string; members: unknown[] }[];
    expertPanel: { seats: { expert: unknown; seal: string | null; opinion: string | null; pseudonym: string }[] };
  };
}

describe('a second negotiation, stored', () => {
  it('is shown to each as far as they may see it, and rebuilds from its log', async () => {
    const walk = await reviewed();
    const read = async (who: Person) => {
      const { data, errors } = await api.ask<Read>(who, question, { id: caseIdOf(walk) });
      expect(errors).toEqual([]);
      return data.case;
    };
    const party = await read(cast.respondent);
    expect(party).toMatchObject({ stage: 'EXPERT_REVIEW', waitingOn: 'EXPERT' });
    const sealed = { expert: null, opinion: null, pseudonym: '专家1', seal: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(party.expertPanel.seats[0]).toMatchObject(sealed);
    expect(party.expertPanel.seats[1]).toMatchObject({ expert: null, seal: null, sealedAt: null });
    const typesOf = (from: typeof party) => from.events.nodes.map(({ type }) => type);
    expect(typesOf(party)).toContain('OPINION_SEALED');
    expect(party.events.nodes.at(-1)!.actor).toEqual({ role: 'EXPERT', person: null });
    for (const hidden of ['EXPERT_APPOINTED', 'CONFLICT_DECLARED', 'OPINION_SUBMITTED']) {
      expect(typesOf(party)).not.toContain(hidden);
    }
    const staff = await read(cast.supervisor);
    expect(staff.expertPanel.seats[0]).toMatchObject({ expert: { name: '专家甲' }, opinion: null });
    expect(typesOf(staff)).toContain('EXPERT_APPOINTED');
    expect(typesOf(staff)).not.toContain('OPINION_SUBMITTED');
    const own = await read(cast.expertA);
    expect(own.expertPanel.seats[0]).toMatchObject({ expert: { name: '专家甲' }, opinion: '应退还一半' });
    expect(own.expertPanel.seats[1]).toMatchObject({ expert: null });
    expect(own.description).toContain('收到的商品');
    expect(own).toMatchObject({ handler: null, messages: { nodes: [] }, events: { nodes: [] } });
    expect(own.parties).toEqual([
      { name: '申请人1', members: [] },
      { name: '被申请人1', members: [] },
    ]);
    expect((await read(cast.expertB)).expertPanel.seats[0]).toMatchObject({ expert: null, opinion: null });
    expect((await api.ask(cast.stranger, question, { id: caseIdOf(walk) })).error).toMatchObject({ code: 'NOT_FOUND' });

    for (const expert of [cast.expertB, cast.expertC]) await walk.act(expert, 'submitOpinion', { text: '应全额退还' });
    await walk.act(cast.supervisor, 'revealOpinions', {});
    const opinions = (await read(cast.complainant)).expertPanel.seats.map(({ opinion }) => opinion);
    expect(opinions).toEqual(['应退还一半', '应全额退还', '应全额退还']);
    const { secondNegotiation } = await expectRebuilt(app.database.pool, walk.caseId);
    expect(secondNegotiation).toMatchObject({ status: 'ADMITTED', panel: [1, 2, 3] });
  });

  it('shows an expert each piece of evidence that the case shows by its id alone too', async () => {
    const walk = await impasse();
    await walk.act(cast.complainant, 'submitEvidence', { type: 'CHAT_RECORD', title: '聊天记录' });
    await walk.act(cast.complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
    await walk.act(cast.complainant, 'requestSecondNegotiation', { grounds: '对调查不满意' });
    await walk.act(cast.supervisor, 'appointExpert', { expertId: cast.expertA.id });
    await walk.act(cast.expertA, 'declareConflict', { hasConflict: false });
    const listed = await api.ask<{ case: { evidence: { nodes: { id: string }[] } } }>(
      cast.expertA,
      `query ($id: ID!) { case(id: $id) { evidence { nodes { id title } } } }`,
      { id: caseIdOf(walk) },
    );
    const [open] = listed.data.case.evidence.nodes;
    const [, payslip] = (await walk.state()).evidence;
    const byId = await api.ask(
      cast.expertA,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Evidence { title } } }`,
      { ids: [open!.id, `evidence_${payslip!.id}`] },
    );
    expect(listed.data.case.evidence.nodes).toHaveLength(1);
    expect(byId.data).toEqual({ nodes: [open, null] });
  });

  it('lets an expert list and read the cases of own seats only', async () => {
    const walk = await reviewed();
    const other = await impasse();
    const { data } = await api.ask<{ cases: { nodes: { id: string }[] } }>(cast.expertA, '{ cases { nodes { id } } }');
    const ids = data.cases.nodes.map(({ id }) => id);
    expect(ids).toContain(caseIdOf(walk));
    expect(ids).not.toContain(caseIdOf(other));
    await walk.act(cast.expertA, 'declareConflict', { hasConflict: true, explanation: '旧识' });
    const answer = await api.ask(cast.expertA, 'query ($id: ID!) { case(id: $id) { id } }', { id: caseIdOf(walk) });
    expect(answer.error).toMatchObject({ code: 'NOT_FOUND' });
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it('does not reveal an opinion that is not the one that was sealed', async () => {
    const walk = await reviewed();
    for (const expert of [cast.expertB, cast.expertC]) await walk.act(expert, 'submitOpinion', { text: '不应退还' });
    const { seats } = await walk.state();
    await app.database.pool.query('update case_text set words = $1 where id = $2', ['应全退', seats[0]!.opinion!.id]);
    await expect(walk.act(cast.supervisor, 'revealOpinions', {})).rejects.toEqual(blocked('SEAL_BROKEN'));
  });

  it('never fails on the version when an opinion is handed in', async () => {
    const walk = await reviewed();
    const input = { caseId: caseIdOf(walk), expectedVersion: 1, text: '应部分退还' };
    const mutation = 'mutation ($input: SubmitOpinionInput!) { submitOpinion(input: $input) { case { stage } } }';
    const { data, errors } = await api.ask(cast.expertB, mutation, { input });
    expect(errors).toEqual([]);
    expect(data).toEqual({ submitOpinion: { case: { stage: 'EXPERT_REVIEW' } } });
  });

  it('finds no expert and no seat by an id that names none', async () => {
    const walk = await impasse();
    await walk.act(cast.complainant, 'requestSecondNegotiation', { grounds: '不满意' });
    const appoint = walk.act(cast.supervisor, 'appointExpert', { expertId: unknownId });
    await expect(appoint).rejects.toEqual(code('NOT_FOUND', { path: 'input.expertId' }));
    const replace = { seatId: unknownId, expertId: cast.expertA.id, reason: '更换' };
    await expect(walk.act(cast.supervisor, 'replaceExpert', replace)).rejects.toEqual(
      code('NOT_FOUND', { path: 'input.seatId' }),
    );
  });

  it('has no expert who was in another case together with a party of this one', async () => {
    await road(app.runtime).submit(cast.expertD, { respondentIds: [cast.respondent.id] });
    const walk = await impasse();
    await walk.act(cast.complainant, 'requestSecondNegotiation', { grounds: '不满意' });
    const appoint = ({ id: expertId }: Person) => walk.act(cast.supervisor, 'appointExpert', { expertId });
    await expect(appoint(cast.expertD)).rejects.toEqual(blocked('EXPERT_CONFLICT'));
    await appoint(cast.expertA);
  });

  it('offers experts to a supervisor, and to nobody else', async () => {
    const names = async (who: Person) =>
      (await api.ask<{ experts: { name: string }[] }>(who, '{ experts { name } }')).data.experts.map(
        ({ name }) => name,
      );
    expect(await names(cast.supervisor)).toEqual(expect.arrayContaining(['专家甲', '专家乙', '专家丙']));
    for (const who of [cast.complainant, cast.handler, cast.expertA]) expect(await names(who)).toEqual([]);
  });
});

describe('objections and reopenings, stored', () => {
  it('are raised against a finding and lead back to the investigation', async () => {
    const walk = await impasse();
    const { data: found } = await api.ask<{ case: { investigations: { findings: { id: string }[] }[] } }>(
      cast.respondent,
      'query ($id: ID!) { case(id: $id) { investigations { findings { id } } } }',
      { id: caseIdOf(walk) },
    );
    const subjectId = found.case.investigations[0]!.findings[0]!.id;
    const raise = (input: object) =>
      api.ask<{ raiseObjection: { objection: { id: string } } }>(
        cast.respondent,
        `mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { objection { id subjectId status dueOn party { side } } } }`,
        { input: { caseId: caseIdOf(walk), grounds: '与事实不符', ...input } },
      );
    const wrong = await raise({ against: 'FINDING', subjectId: caseIdOf(walk) });
    expect(wrong.error).toEqual({ code: 'NOT_FOUND', path: 'input.subjectId' });
    const { data } = await raise({ against: 'FINDING', subjectId });
    expect(data.raiseObjection.objection).toMatchObject({
      subjectId,
      status: 'OPEN',
      dueOn: '2026-03-09',
      party: { side: 'RESPONDENT' },
    });
    const decide = (who: Person) =>
      api.ask(
        who,
        `mutation ($input: DecideObjectionInput!) { decideObjection(input: $input) { objection { status effect reason } case { stage } } }`,
        {
          input: {
            caseId: caseIdOf(walk),
            objectionId: data.raiseObjection.objection.id,
            decision: 'UPHELD',
            effect: 'DEEPEN_INVESTIGATION',
            reason: '需要补查',
          },
        },
      );
    expect((await decide(cast.handler)).error).toMatchObject({ code: 'FORBIDDEN' });
    expect((await decide(cast.supervisor)).data).toEqual({
      decideObjection: {
        objection: { status: 'UPHELD', effect: 'DEEPEN_INVESTIGATION', reason: '需要补查' },
        case: { stage: 'INVESTIGATING' },
      },
    });
    await expectRebuilt(app.database.pool, walk.caseId);
  });

  it('run a stopped clock on, as the log rebuilds it', async () => {
    const walk = await road(app.runtime).submit(cast.complainant);
    await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
    await walk.act(cast.handler, 'rejectCase', { reasonCode: 'NO_GROUNDS', reason: '没有依据' });
    clock.set('2026-03-04T10:00:00');
    await walk.act(cast.supervisor, 'reopenCase', { reason: '有新的线索' });
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    const overall = state.clocks.find(({ kind }) => kind === 'OVERALL')!;
    expect(overall.spans).toEqual([
      { fromOn: '2026-03-02', toOn: '2026-03-02' },
      { fromOn: '2026-03-04', toOn: null },
    ]);
  });

  it('come to cases that were stored before there were any', async () => {
    const walk = await road(app.runtime).submit(cast.complainant);
    await walk.act(cast.supervisor, 'assignCase', { handlerId: cast.handler.id });
    await walk.act(cast.supervisor, 'acceptCase', { complexity: 'LOW', reason: '经办人请假' } as { complexity: 'LOW' });
    await app.database.pool.query(
      `update case_snapshot set state = (state::jsonb - array['handledBy', 'barredHandlerIds', 'objections', 'windowExtension',
        'reopenings', 'secondNegotiation', 'seats'])::json where case_id = $1`,
      [walk.caseId],
    );
    const url = new URL('../../schema/migrations/0010_supervision.sql', import.meta.url);
    const migration = await readFile(url, 'utf8');
    await app.database.pool.query(migration.slice(migration.indexOf('update case_snapshot')));
    const { handledBy } = await expectRebuilt(app.database.pool, walk.caseId);
    expect(handledBy).toEqual([cast.handler.id, cast.supervisor.id]);
  });
});
