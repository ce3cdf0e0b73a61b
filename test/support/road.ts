import { changeCase } from '@accord/server/commands/change-case';
import { submitCase } from '@accord/server/commands/submit-case';
import type { Runtime } from '@accord/server/commands/runtime';
import type { CaseState } from '@accord/server/domain/case';
import type { ChangingCommand, InputOf } from '@accord/server/domain/command';
import type { SubmitCase } from '@accord/server/domain/filing';
import type { Person } from '@accord/server/domain/permission';

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
