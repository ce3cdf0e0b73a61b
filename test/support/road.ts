import { changeCase } from '@accord/server/commands/change-case';
import { submitCase } from '@accord/server/commands/submit-case';
import type { Runtime } from '@accord/server/commands/runtime';
import type { CaseState } from '@accord/server/domain/case';
import type { ChangingCommand, InputOf } from '@accord/server/domain/command';
import type { SubmitCase } from '@accord/server/domain/filing';
import type { Person } from '@accord/server/domain/permission';
import type { Cast } from './cast.js';

/** A clock that a test turns by hand; it reads Shanghai wall-clock time. */
export function handClock(start: string) {
  let time = new Date(`${start}+08:00`);
  return {
    now: () => time,
    set(text: string) {
      time = new Date(`${text}+08:00`);
    },
  };
}

/** Walks one case by commands, reading its stored state in between. */
export function road(runtime: Runtime) {
  let caseId = '';
  const walk = {
    get caseId() {
      return caseId;
    },
    async submit(person: Person, input: Partial<SubmitCase> = {}) {
      const answer = await submitCase(runtime, person, { input: { ...filing, ...input } });
      caseId = answer.caseId;
      return walk;
    },
    async act<C extends ChangingCommand>(person: Person, command: C, input: InputOf<C>) {
      return changeCase(runtime, person, { command, caseId, input });
    },
    async state(): Promise<CaseState> {
      const { rows } = await runtime.pool.query<{ state: CaseState }>(
        'select state from case_snapshot where case_id = $1',
        [caseId],
      );
      return rows[0]!.state;
    },
    async clock(kind: string, cycle = 1) {
      const clock = (await walk.state()).clocks.find((each) => each.kind === kind && each.cycle === cycle);
      return clock && { state: clock.state, counted: clock.counted, verdict: clock.verdict, dueOn: clock.dueOn };
    },
    async eventTypes(): Promise<string[]> {
      const { rows } = await runtime.pool.query<{ type: string }>(
        'select type from case_event where case_id = $1 order by epoch, xid, seq',
        [caseId],
      );
      return rows.map((row) => row.type);
    },
  };
  return walk;
}

/** A complete filing; tests change what matters to them. */
export const filing: SubmitCase = {
  type: 'TRADE_DISPUTE',
  reason: 'NOT_AS_DESCRIBED',
  description: '收到的商品与页面描述不符,颜色和材质都不对。',
  requestedRemedy: '退还部分货款',
  truthDeclared: true,
  channel: 'APP_HOME',
};

/** A case under investigation, with its handler. */
export async function investigated(runtime: Runtime, cast: Cast, input: Partial<SubmitCase> = {}) {
  const walk = await road(runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id], ...input });
  await walk.act(cast.handler, 'assignCase', { handlerId: cast.handler.id });
  await walk.act(cast.handler, 'acceptCase', { complexity: 'MEDIUM' });
  await walk.act(cast.handler, 'startInvestigation', { steps: [{ kind: 'OTHER' }, { kind: 'CONTACT_MERCHANT' }] });
  return walk;
}

/** A case with a live proposal of the complainant: an apology by the respondent. */
export async function proposed(runtime: Runtime, cast: Cast, input: Partial<SubmitCase> = {}) {
  const walk = await investigated(runtime, cast, input);
  for (const { id: stepId } of (await walk.state()).investigations[0]!.steps) {
    await walk.act(cast.handler, 'completeInvestigationStep', { stepId, result: '完成' });
  }
  await walk.act(cast.handler, 'recordFinding', { rootCause: 'UNKNOWN', text: '原因不明' });
  await walk.act(cast.handler, 'concludeInvestigation', {});
  const [buyer, seller] = (await walk.state()).parties;
  await walk.act(cast.complainant, 'makeProposal', {
    terms: [{ kind: 'APOLOGY', obligorId: seller!.id, beneficiaryId: buyer!.id }],
  });
  return walk;
}
