import type { Instant } from '@accord/server/domain/case';
import type { ChangingCommand, InputOf } from '@accord/server/domain/command';
import type { SubmitEvidence } from '@accord/server/domain/evidence';
import type { Person } from '@accord/server/domain/permission';
import type { CaseStage } from '@accord/server/domain/stage';
import { shanghaiDate, type LocalDate, type WorkingCalendar } from '@accord/server/domain/working-calendar';
import type { CaseLife } from '../builders.js';
import type { Random } from '../random.js';
import type { Dossier } from './dossier.js';
import { after, type Wait } from './pace.js';

/** What happens to a case, told as waits between acts; a case still open today is one that never woke from its last wait. */
export type Journey<Result = void> = Generator<Wait, Result, void>;

/** Who is concerned; a respondent nobody has found acts through nobody. */
export interface Concerned {
  complainant: Person;
  respondent: Person | null;
  handler: Person;
  supervisor: Person;
  /** How long the handler takes for this case, as a factor. */
  pace: number;
}

/** A generated case under way: its life, its dossier, its people, and the time it has come to. */
export class Course {
  #now: Instant;
  #concerned: Concerned;

  constructor(
    readonly life: CaseLife,
    readonly random: Random,
    readonly dossier: Dossier,
    concerned: Concerned,
    readonly calendar: WorkingCalendar,
    filedAt: Instant,
    /** The stage in which nobody acts any more; null for a case that is left to itself. */
    readonly restsIn: CaseStage | null,
    /** Whether what is handed in has a file, beside its name. */
    readonly hasFiles: boolean,
  ) {
    this.#now = filedAt;
    this.#concerned = concerned;
  }

  get concerned(): Concerned {
    return this.#concerned;
  }

  /** Nothing but the experts will do for the parties. */
  get isBoundForReview(): boolean {
    return this.restsIn !== null;
  }

  /** From now on somebody else handles the case. */
  isLedBy(handler: Person): void {
    this.#concerned = { ...this.#concerned, handler };
  }

  get state() {
    return this.life.state;
  }

  get today(): LocalDate {
    return shanghaiDate(new Date(this.#now));
  }

  get isOver(): boolean {
    return ['WITHDRAWN', 'REJECTED', 'UNRESOLVED', 'CLOSED'].includes(this.state.stage);
  }

  /** Lets somebody act now, which takes them some seconds. */
  does<C extends ChangingCommand>(person: Person, command: C, input: InputOf<C>): void {
    this.life.act(this.#now, person, command, input);
    this.#now = new Date(Date.parse(this.#now) + this.random.between(8_000, 75_000)).toISOString();
  }

  /** Lets somebody hand in a piece of evidence. */
  hands(person: Person, input: Omit<SubmitEvidence, 'uploadId'>): void {
    const { type, title } = input;
    const uploadId = this.hasFiles ? this.life.upload(this.#now, person, type, title) : null;
    this.does(person, 'submitEvidence', { ...input, uploadId });
  }

  /** Follows the journey until it ends or a wait would reach beyond the horizon; what is due meanwhile lapses in its night. */
  follow(journey: Journey, horizon: Instant): void {
    for (const wait of journey) {
      if (this.state.stage === this.restsIn) break;
      const then = after(this.#now, wait, this.calendar, this.random);
      if (then >= horizon) break;
      this.life.passUntil(then);
      this.#now = then;
    }
    this.life.passUntil(horizon);
  }
}
