import { goOn, isRunning, read, type Cycle, type Kind, type Owed } from './clocks.js';
import type { Revision } from './calendar.js';
import { statutory, type Almanac, type Day } from './days.js';
import type { Turn } from './coverage.js';
import type {
  Made,
  Movement,
  Objection,
  OnLapse,
  Party,
  Piece,
  Proposal,
  Request,
  Round,
  Seat,
  Second,
  Term,
} from './part.js';
import type { Finding, PaymentRecord } from './payment.js';
import type { Leaving } from './staff.js';
import type { Stage } from './table.js';

/** A case as the product page tells it. */
export class ModelCase {
  reason = '';
  /** The system that filed it. */
  readonly systemId: string | null = null;
  /** Whether its payment is told whole. */
  readonly isTold: boolean = false;
  stage: Stage = 'SUBMITTED';
  outcome: string | null = null;
  windowEndsOn: Day | null = null;
  /** Where the window ends once objections have suspended it. */
  windowMovedTo: Day | null = null;
  windowLeft: number | null = null;
  urgency = 'NORMAL';
  handlerId: string | null = null;
  handledBy = new Set<string>();
  barred = new Set<string>();
  /** Who handles no cases of the team any more, and how that came. */
  left = new Map<string, Leaving>();
  parties: Party[] = [];
  cycles: Cycle[] = [];
  clarification: { dueOn: Day; onLapse: OnLapse } | null = null;
  steps: (Made & { investigation: number; status: 'PLANNED' | 'DONE' | 'WAIVED' })[] = [];
  findings: (Made & { investigation: number })[] = [];
  investigationCount = 0;
  investigatedAt = 0;
  concludedAt: number | null = null;
  requests: Request[] = [];
  evidence: Piece[] = [];
  rounds: Round[] = [];
  /** Each with the day on which it is to be, all day. */
  meetings: (Made & { status: 'SCHEDULED' | 'HELD' | 'CANCELLED'; on: Day; answeredBy: string[] })[] = [];
  proposals: Proposal[] = [];
  terms: Term[] = [];
  movements: Movement[] = [];
  /** What systems reported of its payment. */
  records: PaymentRecord[] = [];
  finding: Finding | null = null;
  /** The other cases of its payment. */
  siblings: ModelCase[] = [];
  /** A supervisor can raise it. */
  compensationLimit = 500_000;
  measures: (Made & { kind: string; takenOn: Day; endsOn: Day; liftedOn: Day | null })[] = [];
  reviews: { isDone: boolean }[] = [];
  referredTo: string[] = [];
  withdrawnFrom: { stage: Stage; windowEndsOn: Day | null; cancelled: Kind[]; on: Day } | null = null;
  objections: Objection[] = [];
  reopenings: { ground: string; supervisorId: string }[] = [];
  second: Second | null = null;
  seats: Seat[] = [];
  /** The calendar by which it counts, and another one that was published and waits for its turn. */
  almanac: Almanac = statutory;
  revision: Revision | null = null;
  /** What time alone brought about, and what came of several complainants. */
  turns: Turn[] = [];
  /** How many commands have succeeded: the order in which things happened. */
  tick = 0;
  today: Day;
  /** The day on which a move is thought of; `today` is that of the last one done. */
  now: Day;

  constructor(
    readonly filedOn: Day,
    public type: string,
    public track: 'SIMPLE' | 'STANDARD',
    readonly paid: number | null,
    memberIds: [string[], string[]],
    { reason, systemId, isTold }: Pick<ModelCase, 'reason' | 'systemId' | 'isTold'>,
  ) {
    Object.assign(this, { reason, systemId, isTold });
    this.today = filedOn;
    this.now = filedOn;
    this.join('COMPLAINANT', memberIds[0]);
    this.join('RESPONDENT', memberIds[1], type === 'REPAYMENT');
    this.start('RESPONSE');
    this.start('OVERALL');
    if (track === 'SIMPLE') this.start('SIMPLE');
  }

  join(side: Party['side'], memberIds: string[] = [], isPlatform = false): void {
    const silence = { isUnreachable: false, silenceEndsOn: null, attempts: [] };
    const said = { hasConfirmed: false, hasRated: false, hasLeft: false };
    this.parties.push({ id: side.toLowerCase(), side, memberIds, isPlatform, ...said, ...silence });
  }

  in(workingDays: number): Day {
    return this.almanac.after(this.today, workingDays);
  }

  last(kind: Kind): Cycle | undefined {
    return this.cycles.findLast((cycle) => cycle.kind === kind);
  }
  running(kind: Kind): Cycle | undefined {
    return this.cycles.find((cycle) => cycle.kind === kind && isRunning(cycle));
  }
  /** Starts the next cycle of a clock. */
  start(kind: Kind): void {
    const cycle = this.cycles.filter((each) => each.kind === kind).length + 1;
    this.cycles.push({
      kind,
      cycle,
      spans: [{ fromOn: this.today, toOn: null }],
      isCancelled: false,
      hasResumed: false,
      countedBy: null,
      grace: 0,
      toldOn: null,
    });
  }
  stop(kind: Kind): void {
    const cycle = this.running(kind);
    if (!cycle) return;
    cycle.spans.at(-1)!.toOn = this.today;
    cycle.countedBy = this.almanac;
  }
  cancel(cycle: Cycle): void {
    cycle.spans.at(-1)!.toOn = this.today;
    cycle.countedBy = this.almanac;
    cycle.isCancelled = true;
  }
  /** Lets the last cycle run on without the days since it stopped. */
  runOn(kind: Kind): void {
    if (this.running(kind)) return;
    goOn(this, this.last(kind)!);
    this.last(kind)!.spans.push({ fromOn: this.today, toOn: null });
  }
  /** Lets the last cycle run on as if it had never stopped. */
  runThrough(kind: Kind): void {
    goOn(this, this.last(kind)!);
    this.last(kind)!.spans.at(-1)!.toOn = null;
  }
  cancelAllBut(kept: Kind): Kind[] {
    const cancelled = this.cycles.filter((cycle) => isRunning(cycle) && cycle.kind !== kept);
    cancelled.forEach((cycle) => this.cancel(cycle));
    return cancelled.map(({ kind }) => kind);
  }
  owed(): Owed[] {
    return this.requests.filter(({ isMandatory }) => isMandatory);
  }
  readings() {
    return this.cycles.map((cycle) => read(cycle, this.owed(), this.today, this.almanac));
  }

  party(id: string): Party | undefined {
    return this.parties.find((party) => party.id === id);
  }
  partyOf(personId: string): Party | undefined {
    return this.parties.find(({ memberIds }) => memberIds.includes(personId));
  }
  /** The complainants who are still there, but for one of them. */
  complainants(but?: Party): Party[] {
    return this.parties.filter((party) => party.side === 'COMPLAINANT' && !party.hasLeft && party !== but);
  }
  openObjections(): Objection[] {
    return this.objections.filter(({ status }) => status === 'OPEN');
  }
  live(): Proposal[] {
    return this.proposals.filter(({ status }) => status === 'LIVE');
  }
  /** The last day of the window for a second negotiation; null while an open objection suspends it. */
  windowEnd(): Day | null {
    if (this.holding().length > 0) return null;
    return this.windowMovedTo ?? this.windowEndsOn;
  }

  /** The open objections that hold the window up. */
  private holding(): Objection[] {
    return this.openObjections().filter(({ isRepeated }) => !isRepeated);
  }

  openWindow(): void {
    this.windowEndsOn = this.in(10);
    this.windowMovedTo = null;
    this.windowLeft = this.holding().length > 0 ? 10 : null;
    if (this.stage === 'IMPASSE' || this.stage === 'RESOLVED')
      for (const party of this.parties) party.hasConfirmed = false;
  }
  closeWindow(): void {
    this.windowEndsOn = null;
    this.windowMovedTo = null;
    this.windowLeft = null;
  }
  suspendWindow(): void {
    const endsOn = this.windowMovedTo ?? this.windowEndsOn;
    if (endsOn === null || endsOn < this.today || this.holding().length > 0) return;
    this.windowLeft = this.almanac.in(this.today, endsOn).length;
  }
  resumeWindow(): void {
    if (this.windowLeft === null || this.holding().length > 0) return;
    this.windowMovedTo = this.in(Math.max(this.windowLeft, 5));
    this.windowLeft = null;
  }

  closeRound(result: Round['result']): void {
    const round = this.rounds.at(-1);
    if (round?.result === null) round.result = result;
    for (const proposal of this.live()) proposal.status = 'LAPSED';
  }
}
