import { changeCase } from '@accord/server/commands/change-case';
import { actOnCase } from '@accord/server/commands/deadlines';
import type { Runtime } from '@accord/server/commands/runtime';
import { submitCase } from '@accord/server/commands/submit-case';
import type { CaseState } from '@accord/server/domain/case';
import { dueDeadline } from '@accord/server/domain/deadline';
import { DomainError } from '@accord/server/domain/domain-error';
import { buildWorkingCalendar } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import { expect } from 'vitest';
import { handClock } from '../support/road.js';
import { matches, type Answer } from './answer.js';
import { ModelCase } from './case.js';
import { expectSame } from './compare.js';
import type { Coverage } from './coverage.js';
import { dayAfter, type Day, type Dice } from './days.js';
import { filingOf } from './filing.js';
import { hatsIn, judge, type Move } from './judge.js';
import { isOverdue, letTimeAct } from './lapses.js';
import { atTheDoor } from './staff.js';
import type { Stagecraft } from './stagecraft.js';
import type { Kind } from './play.js';

/** How a command is sent: as seen at which version, and under which key. */
export interface Manner {
  expectedVersion: number | null;
  idempotencyKey: string | null;
}
export const plain: Manner = { expectedVersion: null, idempotencyKey: null };

interface Stored {
  state: CaseState;
  /** Another one whenever anything was written. */
  written: string;
}
const written = `concat_ws(' ', s.xmin, s.ctid, (select count(*) from case_event e where e.case_id = $1)) as written`;

/** A move that succeeded under a key, and what was answered. */
interface Done {
  move: Move;
  key: string;
  ids: unknown;
}

/** By what name it is told, and that of its payment; cases of one payment are told together. */
interface Told {
  name: string;
  reference: string;
  trace: string[];
}

/** One case, lived by the server and by the model side by side. */
export class Sequence {
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
  private readonly done: Done[] = [];
  /** By which the server counts. */
  calendar = buildWorkingCalendar(statutoryCalendar());

  constructor(
    readonly stagecraft: Stagecraft,
    private readonly told: Told,
    startOn: Day,
    readonly coverage: Coverage,
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

  /** Files it; `first` is the first case of its payment, beside which no other for the same reason is open. */
  async file(kind: Kind, dice: Dice, first: Sequence): Promise<void> {
    const beside = first === this ? undefined : first.c;
    let filing = filingOf(kind, this.told.reference, this.stagecraft.persons, dice, beside);
    while (filing.isDuplicate) {
      const again = submitCase(this.runtime, filing.filer, filing);
      await expect(again).rejects.toMatchObject({ details: { blockedBy: [{ code: 'DUPLICATE_CASE' }] } });
      filing = filingOf(kind, this.told.reference, this.stagecraft.persons, dice, beside);
    }
    const { filer, input, modelled } = filing;
    this.caseId = (await submitCase(this.runtime, filer, { input })).caseId;
    this.c = new ModelCase(this.today, ...modelled);
    if (beside) [this.c.siblings, beside.siblings] = [[beside], [this.c]];
    this.before = await this.load();
    this.told.trace.push(`${this.today} submitCase ${kind}`);
    expectSame(this.c, this.state);
  }

  async load(): Promise<Stored> {
    const { rows } = await this.runtime.pool.query<Stored>({
      name: 'model-load',
      text: `select state, ${written} from case_snapshot s where case_id = $1`,
      values: [this.caseId],
    });
    this.state = rows[0]!.state;
    return rows[0]!;
  }

  async expectUntouched(): Promise<void> {
    const { rows } = await this.runtime.pool.query<Pick<Stored, 'written'>>({
      name: 'model-written',
      text: `select ${written} from case_snapshot s where case_id = $1`,
      values: [this.caseId],
    });
    expect(rows[0]!.written).toBe(this.before.written);
  }

  private get route(): string {
    return this.stagecraft.world.routes[0]!.id;
  }
  /** Whether something acts before the next command; what is only told (a breach, something overdue) is nothing to the model. */
  isOverdue(): boolean {
    const isTold = dueDeadline(this.state, this.today, this.calendar) !== undefined;
    return isTold || isOverdue(this.c, this.route, this.today);
  }

  /** Lets every deadline act, as the sweep does. */
  async sweep(): Promise<void> {
    this.coverage.note('LATE_SWEPT');
    this.told.trace.push(`${this.today} sweep`);
    while (await actOnCase(this.runtime, this.caseId));
    letTimeAct(this.c, this.route, this.today);
    this.before = await this.load();
    expectSame(this.c, this.state);
  }

  /** Something happens to both that is no command on the case; answers what is told of it. */
  async happen(change: () => Promise<string | null>): Promise<void> {
    const told = await change();
    if (told) this.told.trace.push(`${this.today} ${told}`);
    this.before = await this.load();
    expectSame(this.c, this.state);
  }

  /** Now and then by an old version or by that of now, and under a key. */
  mannerOf(dice: Dice): Manner {
    const isOld = dice.chance(0.07) && this.versionBefore !== null;
    const expectedVersion = isOld ? this.versionBefore : dice.chance(0.2) ? this.state.version : null;
    return { expectedVersion, idempotencyKey: dice.chance(0.1) ? `${this.told.name}-${(this.key += 1)}` : null };
  }

  /** Does a move in both, and compares what came of it; answers why it was refused, or null. */
  async play(move: Move, manner: Manner = plain): Promise<string | null> {
    const { expectedVersion: sent, idempotencyKey } = manner;
    const hasLapsed = this.isOverdue();
    const mayHaveMoved = isOverdue(this.c, this.route, this.today);
    const stageBefore = this.c.stage;
    const versionNow = this.state.version;
    this.tell(move, sent);
    const isTwin = idempotencyKey !== null && this.key % 3 === 0;
    const answers = await Promise.all([this.send(move, manner), ...(isTwin ? [this.send(move, manner)] : [])]);
    const actual = answers.find(({ refusal }) => refusal === null) ?? answers[0]!;
    if (hasLapsed || !actual.refusal) await this.load();
    // What lapsed first may have raised the version; the model does not count versions.
    const isStale = sent !== null && (hasLapsed ? actual.refusal === 'VERSION_CONFLICT' : sent !== versionNow);
    const expected = this.judge(move, isStale, actual);
    if (hasLapsed) this.coverage.note('LATE_UNSWEPT');
    else if (sent !== null && sent !== versionNow) {
      if (expected === 'VERSION_CONFLICT') this.coverage.note('STALE');
      else if (expected === null) this.coverage.note('STALE_BUT_ADDITIVE');
    }
    if (actual.refusal && !hasLapsed) await this.expectUntouched();
    else await this.settle(versionNow, actual.refusal === null);
    if (!mayHaveMoved) this.coverage.see(stageBefore, move.command, expected);
    if (isTwin) {
      // Who loses the case by what was done sees it no more.
      const isGone = hatsIn(this.c, move.player).length === 0;
      const twin = answers.find((each) => each !== actual);
      expect(twin).toEqual(isGone ? { refusal: 'NOT_FOUND', blockers: [], ids: null } : actual);
      this.coverage.note('TWINS');
    }
    if (idempotencyKey && !actual.refusal) {
      await this.repeat(move, idempotencyKey, actual.ids);
      this.done.push({ move, key: idempotencyKey, ids: actual.ids });
    }
    return expected;
  }

  /** Does what the model holds for refused; it is told of only when it fails. */
  async try(move: Move): Promise<void> {
    const told = this.told.trace.length;
    await this.play(move);
    this.told.trace.length = told;
  }

  /** Two moves at once, both by the version of now: the first that is done makes the other one late. */
  async rival(moves: [Move, Move]): Promise<void> {
    const versionNow = this.state.version;
    const stageBefore = this.c.stage;
    moves.forEach((move) => this.tell(move, versionNow));
    const manner = { expectedVersion: versionNow, idempotencyKey: null };
    const answers = await Promise.all(moves.map((move) => this.send(move, manner)));
    await this.load();
    const first = answers.findIndex(({ refusal }) => refusal === null);
    expect(first, 'one of two rivals is done').toBeGreaterThanOrEqual(0);
    for (const index of [first, 1 - first]) this.judge(moves[index]!, index !== first, answers[index]!);
    await this.settle(versionNow, true);
    this.coverage.see(stageBefore, moves[first]!.command, null);
    this.coverage.note('RIVALS');
  }

  /** Something that was done long ago arrives once more. */
  async repeatEarlier(dice: Dice): Promise<void> {
    if (this.done.length === 0) return;
    const { move, key, ids } = dice.pick(this.done);
    this.told.trace.push(`${this.today} again ${move.command}`);
    await this.repeat(move, key, ids);
    this.coverage.note('REPEATED_LATER');
  }

  /** The same key again: the same answer and nothing more, whatever has become of the case; another input is refused. */
  private async repeat(move: Move, idempotencyKey: string, ids: unknown): Promise<void> {
    const manner = { expectedVersion: null, idempotencyKey };
    const again = await this.send(move, manner);
    const other = await this.send({ ...move, input: { ...move.input, isAnother: true } }, manner);
    const sees = hatsIn(this.c, move.player).length > 0;
    expect([again.refusal, again.ids]).toEqual(sees ? [null, ids] : ['NOT_FOUND', null]);
    expect(other.refusal).toBe(sees ? 'IDEMPOTENCY_MISMATCH' : 'NOT_FOUND');
    if (sees) this.coverage.note('REPEATED');
    if (sees) this.coverage.note('REPEATED_OTHERWISE');
    await this.expectUntouched();
  }

  tell({ player, command, input }: Move, sent: number | null): void {
    const [who] = Object.entries(this.stagecraft.world.players).find(([, { id }]) => id === player.id)!;
    this.told.trace.push(`${this.today} ${this.c.stage} ${who} ${command} ${JSON.stringify(input)} @${sent}`);
  }

  /** What the model makes of a move, which is what the server made of it. */
  judge(move: Move, isStale: boolean, actual: Answer): string | null {
    const expected = judge(this.c, { ...move, isStale }, this.stagecraft.world, this.today);
    this.told.trace.push(
      `    → ${actual.refusal ?? 'done'} ${actual.blockers.join(',')}, expected ${expected ?? 'done'}`,
    );
    expect(matches(expected, actual), `expected ${expected ?? 'success'}`).toBe(true);
    return expected;
  }

  /** Compares what is stored now. */
  async settle(versionBefore: number, isDone: boolean): Promise<void> {
    const after = await this.load();
    if (isDone) expect(after.written).not.toBe(this.before.written);
    expectSame(this.c, this.state);
    if (after.state.version !== versionBefore) this.versionBefore = versionBefore;
    this.before = after;
  }

  async send({ player, command, input }: Move, manner: Manner): Promise<Answer> {
    const known = Object.values(this.stagecraft.persons).find(({ id }) => id === player.id)!;
    const person = this.c.left.has(player.id) ? await atTheDoor(this.runtime, known) : known;
    // Who is not let in finds nothing.
    if (!person) return { refusal: 'NOT_FOUND', blockers: [], ids: null };
    const request = { command, caseId: this.caseId, ...manner, input: input as never };
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
