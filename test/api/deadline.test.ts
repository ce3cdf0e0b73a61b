import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { expectRebuilt } from '../support/rebuild.js';
import { blocked } from '../support/refusal.js';
import { handClock, investigated, proposed } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
});
afterAll(() => app.close());
beforeEach(() => clock.set('2026-03-02T10:00:00'));

describe('deadlines', () => {
  it('act once, whoever sweeps, and leave nothing overdue', async () => {
    const walk = await proposed(app.runtime, cast);
    const other = await proposed(app.runtime, cast);
    clock.set('2026-03-10T00:00:00');
    await Promise.all([actOnDeadlines(app.runtime), actOnDeadlines(app.runtime)]);
    for (const each of [walk, other]) {
      expect((await each.eventTypes()).filter((type) => type === 'ProposalLapsed')).toHaveLength(1);
      const state = await expectRebuilt(app.database.pool, each.caseId);
      expect(state.deadlines.filter((deadline) => deadline.actedAt === null && deadline.dueOn < '2026-03-10')).toEqual(
        [],
      );
    }
    expect(await actOnDeadlines(app.runtime)).toBe(0);
  });

  it('act before whoever comes after them, swept or not', async () => {
    const walk = await investigated(app.runtime, cast);
    const [buyer] = (await walk.state()).parties;
    await walk.act(cast.handler, 'requestEvidence', { fromPartyId: buyer!.id, types: ['OTHER'], isMandatory: true });
    clock.set('2026-03-12T00:00:10');
    // Due on Monday 03-09: the answer comes three days late, and finds the request lapsed on its due date.
    const requestId = (await walk.state()).evidenceRequests[0]!.id;
    await expect(
      walk.act(cast.complainant, 'submitEvidence', { type: 'OTHER', title: '迟到的材料', requestId }),
    ).rejects.toEqual(blocked('REQUEST_CLOSED'));
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    expect(state.clocks.find(({ kind }) => kind === 'INVESTIGATION')!.pauses).toEqual([
      { fromOn: '2026-03-02', toOn: '2026-03-09' },
    ]);
  });

  it('never undo an agreement', async () => {
    const walk = await investigated(app.runtime, cast);
    const [buyer, seller] = (await walk.state()).parties;
    await walk.act(cast.handler, 'requestEvidence', {
      fromPartyId: buyer!.id,
      types: ['OTHER'],
      isMandatory: false,
      onLapse: 'DEEMED_WITHDRAWN',
    });
    for (const { id: stepId } of (await walk.state()).investigations[0]!.steps) {
      await walk.act(cast.handler, 'completeInvestigationStep', { stepId, result: '完成' });
    }
    await walk.act(cast.handler, 'recordFinding', { rootCause: 'UNKNOWN', text: '原因不明' });
    await walk.act(cast.handler, 'concludeInvestigation', {});
    await walk.act(cast.complainant, 'makeProposal', {
      terms: [{ kind: 'APOLOGY', obligorId: seller!.id, beneficiaryId: buyer!.id }],
    });
    const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
    await walk.act(cast.respondent, 'acceptProposal', { proposalId, contentHash });
    clock.set('2026-03-20T00:00:00');
    await actOnDeadlines(app.runtime);
    expect((await expectRebuilt(app.database.pool, walk.caseId)).stage).toBe('EXECUTING');
  });

  it('end a case as withdrawn when its request said so', async () => {
    const walk = await investigated(app.runtime, cast);
    const [buyer] = (await walk.state()).parties;
    await walk.act(cast.handler, 'requestEvidence', {
      fromPartyId: buyer!.id,
      types: ['OTHER'],
      isMandatory: true,
      dueInWorkingDays: 2,
      onLapse: 'DEEMED_WITHDRAWN',
    });
    clock.set('2026-03-05T00:00:00');
    await actOnDeadlines(app.runtime);
    const state = await expectRebuilt(app.database.pool, walk.caseId);
    expect(state).toMatchObject({ stage: 'WITHDRAWN', outcome: 'DEEMED_WITHDRAWN' });
    expect(state.clocks.filter((each) => each.state === 'RUNNING' || each.state === 'PAUSED')).toEqual([]);
  });
});
