import { changeCase } from '@accord/server/commands/change-case';
import { actOnCase } from '@accord/server/commands/deadlines';
import type { Runtime } from '@accord/server/commands/runtime';
import { submitCase } from '@accord/server/commands/submit-case';
import type { CaseState } from '@accord/server/domain/case';
import { dueDeadline } from '@accord/server/domain/deadline';
import { DomainError } from '@accord/server/domain/domain-error';
import type { Person } from '@accord/server/domain/permission';
import { buildWorkingCalendar } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import { expect } from 'vitest';
import { filing, handClock } from '../support/road.js';
import { ModelCase } from './case.js';
import { expectSame } from './compare.js';
import { dayAfter, type Day, type Dice } from './days.js';
import { judge, type Move } from './judge.js';
import { isOverdue, letTimeAct } from './lapses.js';
import type { World } from './rule.js';
import type { Command, Stage } from './table.js';

/** Who is on stage, to the server and to the model. */
export interface Stagecraft {
  runtime: Runtime;
  world: World;
  persons: Record<string, Person>;
}

const calendar = buildWorkingCalendar(statutoryCalendar());

/** Which commands were tried in which stage, and which succeeded there. */
export interface Coverage {
  tried: Set<string>;
  succeeded: Set<string>;
}
export const pair = (stage: Stage, command: Command) => `${stage} ${command}`;

interface Stored {
  state: CaseState;
  digest: string;
  eventCount: number;
}

/** One case, lived by the server and by the model side by side. */
export class Sequence {
  readonly trace: string[] = [];
  readonly runtime: Runtime;
  private readonly clock: ReturnType<typeof handClock>;
  private minute = 0;
  private key = 0;
  today: Day;
  caseId = '';
  c!: ModelCase;
  state!: CaseState;
  private before!: Stored;
  private versionBefore: number | null = null;

  constructor(
    private readonly stagecraft: Stagecraft,
    private readonly name: string,
    startOn: Day,
    private readonly coverage: Coverage,
  ) {
    this.today = startOn;
    this.clock = handClock(`${startOn}T09:00:00`);
    this.runtime = { ...stagecraft.runtime, now: this.clock.now };
  }

  /** Some time later, on the same day or another. */
  wait(days: number): void {
    if (days > 0) this.minute = 0;
    this.minute += 3;
    this.today = dayAfter(this.today, days);
    if (this.c) this.c.now = this.today;
    const time = `${String(9 + Math.floor(this.minute / 60)).padStart(2, '0')}:${String(this.minute % 60).padStart(2, '0')}`;
    this.clock.set(`${this.today}T${time}:00`);
  }

  async file(dice: Dice): Promise<void> {
    const { complainant, respondent, platform } = this.stagecraft.persons;
    const kind = dice.pick(['TRADE', 'TRADE', 'TRADE', 'ANOMALY', 'ANOMALY', 'REPAYMENT', 'ALONE'] as const);
    const payment = {
      reference: `M-${this.name}`,
      paidAt: '2025-01-06T02:00:00.000Z',
      amount: { amountMinor: 25_900, currency: 'CNY' },
    };
    const isPaid = kind === 'ANOMALY' || dice.chance(0.7);
    const what =
      kind === 'ANOMALY'
        ? { type: 'PAYMENT_ANOMALY' as const, reason: 'CHARGED_NOT_COMPLETED' as const }
        : kind === 'REPAYMENT'
          ? { type: 'REPAYMENT' as const, reason: 'CANNOT_REPAY_ON_TIME' as const }
          : { type: 'TRADE_DISPUTE' as const, reason: 'NOT_AS_DESCRIBED' as const };
    const respondents = kind === 'TRADE' || kind === 'ANOMALY' ? { respondentIds: [respondent!.id] } : {};
    const input = { ...filing, ...what, ...respondents, ...(isPaid ? { transaction: payment } : {}) };
    this.caseId = (await submitCase(this.runtime, complainant!, { input })).caseId;
    const answering = kind === 'REPAYMENT' ? [platform!.id] : kind === 'ALONE' ? [] : [respondent!.id];
    const track = kind === 'ANOMALY' ? 'SIMPLE' : 'STANDARD';
    this.c = new ModelCase(this.today, what.type, track, isPaid ? 25_900 : null, [[complainant!.id], answering]);
    this.before = await this.load();
    this.trace.push(`${this.today} submitCase ${kind}`);
    expectSame(this.c, this.state);
  }

  private async load(): Promise<Stored> {
    const { rows } = await this.runtime.pool.query<Stored>({
      name: 'model-load',
      text: `select state, md5(state::text) as digest,
        (select count(*)::int from case_event where case_id = $1) as "eventCount" from case_snapshot where case_id = $1`,
      values: [this.caseId],
    });
    this.state = rows[0]!.state;
    return rows[0]!;
  }

  get route(): string {
    return this.stagecraft.world.routes[0]!.id;
  }
  /** Whether something acts before the next command; what is only told (a breach, something overdue) is nothing to the model. */
  isOverdue(): boolean {
    const isTold = dueDeadline(this.state, this.today, calendar) !== undefined;
    return isTold || isOverdue(this.c, this.route, this.today);
  }

  /** Lets every deadline act, as the sweep does. */
  async sweep(): Promise<void> {
    this.trace.push(`${this.today} sweep`);
    while (await actOnCase(this.runtime, this.caseId));
    letTimeAct(this.c, this.route, this.today);
    this.before = await this.load();
    expectSame(this.c, this.state);
  }

  /** Does a move in both, and compares what came of it; answers why it was refused, or null. */
  async play(move: Move, dice: Dice): Promise<string | null> {
    const { command, player, input } = move;
    const isOld = dice.chance(0.07) && this.versionBefore !== null;
    const sent = isOld ? this.versionBefore : dice.chance(0.2) ? this.state.version : null;
    const hasLapsed = this.isOverdue();
    const mayHaveMoved = isOverdue(this.c, this.route, this.today);
    const stageBefore = this.c.stage;
    const who = Object.entries(this.stagecraft.world.players).find(([, { id }]) => id === player.id)![0];
    this.trace.push(`${this.today} ${stageBefore} ${who} ${command} ${JSON.stringify(input)} @${sent}`);
    const idempotencyKey = dice.chance(0.15) ? `${this.name}-${(this.key += 1)}` : null;
    const send = () => this.send(move, sent, idempotencyKey);
    const versionNow = this.state.version;
    const actual = await send();
    const after = await this.load();
    // What lapsed first may have raised the version; the model does not count versions.
    const isStale = sent !== null && (hasLapsed ? actual.refusal === 'VERSION_CONFLICT' : sent !== versionNow);
    const expected = judge(this.c, { ...move, isStale }, this.stagecraft.world, this.today);
    this.trace.push(`    → ${actual.refusal ?? 'done'} ${actual.blockers.join(',')}, expected ${expected ?? 'done'}`);
    expect(matches(expected, actual), `expected ${expected ?? 'success'}`).toBe(true);
    if (actual.refusal && !hasLapsed) expect(after).toEqual(this.before);
    if (!actual.refusal) expect(after.eventCount).toBeGreaterThan(this.before.eventCount);
    expectSame(this.c, this.state);
    if (!mayHaveMoved) {
      this.coverage.tried.add(pair(stageBefore, command));
      if (!actual.refusal) this.coverage.succeeded.add(pair(stageBefore, command));
    }
    if (after.state.version !== versionNow) this.versionBefore = versionNow;
    this.before = after;
    if (idempotencyKey && !actual.refusal) await this.repeat(move, idempotencyKey, actual.ids);
    return expected;
  }

  /** The same key again: the same answer and nothing more, whatever has become of the case; another input is refused. */
  private async repeat(move: Move, key: string, ids: unknown): Promise<void> {
    const again = await this.send(move, null, key);
    const stillSees = again.refusal !== 'NOT_FOUND';
    if (stillSees) expect([again.refusal, again.ids]).toEqual([null, ids]);
    const other = await this.send({ ...move, input: { ...move.input, isAnother: true } }, null, key);
    if (stillSees) expect(other.refusal).toBe('IDEMPOTENCY_MISMATCH');
    expect(await this.load()).toEqual(this.before);
  }

  private async send({ player, command, input }: Move, expectedVersion: number | null, idempotencyKey: string | null) {
    const person = Object.values(this.stagecraft.persons).find(({ id }) => id === player.id)!;
    const request = { command, caseId: this.caseId, expectedVersion, idempotencyKey, input: input as never };
    try {
      const { ids } = await changeCase(this.runtime, person, request);
      return { refusal: null, blockers: [], ids };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const blockedBy = (error.details['blockedBy'] ?? []) as { code: string }[];
      return { refusal: error.code, blockers: blockedBy.map(({ code }) => code), ids: null };
    }
  }
}

/** The refusal is the one foreseen; of several blockers one is enough. */
function matches(
  expected: string | null,
  { refusal, blockers }: { refusal: string | null; blockers: string[] },
): boolean {
  if (expected === null || refusal === null) return expected === refusal;
  // There is nothing that it could be about: how that is said depends on what was named.
  if (expected === 'REFUSED') return ['GUARD_FAILED', 'NOT_FOUND', 'BAD_USER_INPUT'].includes(refusal);
  return refusal === 'GUARD_FAILED' ? blockers.includes(expected) : refusal === expected;
}
