import type { Runtime } from '@accord/server/commands/runtime';
import { changeCase } from '@accord/server/commands/change-case';
import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { createEvidenceUpload } from '@accord/server/commands/evidence-upload';
import { checkPayments, recordPayment } from '@accord/server/commands/payment-record';
import { submitCase } from '@accord/server/commands/submit-case';
import { uploadLedger } from '@accord/server/commands/upload-ledger';
import type { CaseState, Id } from '@accord/server/domain/case';
import type { ChangingCommand, InputOf } from '@accord/server/domain/command';
import { actsFrom } from '@accord/server/domain/deadline';
import type { EvidenceType, SubmitEvidence } from '@accord/server/domain/evidence';
import type { SubmitCase } from '@accord/server/domain/filing';
import type { InvestigationStepKind } from '@accord/server/domain/investigation';
import type { PaymentRecordKind, RecordPayment } from '@accord/server/domain/payment-record';
import type { Person } from '@accord/server/domain/permission';
import { addDays, dueDate, shanghaiDate, startOfDay, workingDaysBefore } from '@accord/server/domain/working-calendar';
import type { LocalDate, WorkingCalendar } from '@accord/server/domain/working-calendar';
import { checkedBytes } from '@accord/server/files/checked-bytes';
import type { EvidenceStore } from '@accord/server/files/evidence-store';
import { bytesOf, fileOf } from '../files/evidence-file.js';
import { lapseInstant, termOf, type Vow } from '../builders.js';

/** A story that the demo replays: day 0 is the day of filing, and it ended so many working days before the last one lived. */
export interface Story {
  name: string;
  lastDay: number;
  endedDaysAgo: number;
  tell(tale: Tale): Promise<void>;
}

type FirstAct = Omit<SubmitCase, 'truthDeclared'>;

/** Replays one story through the commands of the server, at the story's own days and times of day in Shanghai. */
export class Tale {
  readonly #runtime: Runtime;
  readonly #calendar: WorkingCalendar;
  readonly #filedOn: LocalDate;
  readonly #store: EvidenceStore | null;
  #caseId: Id = '';

  /** Without a store evidence is only named. */
  constructor(
    runtime: Runtime,
    calendar: WorkingCalendar,
    asOf: LocalDate,
    { lastDay, endedDaysAgo }: Story,
    store: EvidenceStore | null,
  ) {
    this.#runtime = runtime;
    this.#store = store;
    this.#calendar = calendar;
    this.#filedOn = workingDaysBefore(calendar, addDays(asOf, -1), lastDay + endedDaysAgo);
  }

  get caseId(): Id {
    return this.#caseId;
  }

  /** The date of a working day of the story. */
  date(day: number): LocalDate {
    return dueDate(this.#calendar, this.#filedOn, day).dueOn;
  }

  /** An instant of the story, its time of day in Shanghai. */
  instant(day: number, time: string): Date {
    const [hours, minutes] = time.split(':').map(Number);
    return new Date(startOfDay(this.date(day)).getTime() + (hours! * 60 + minutes!) * 60_000);
  }

  async files(time: string, person: Person, input: FirstAct): Promise<void> {
    const request = { input: { ...input, truthDeclared: true } };
    const filed = await submitCase(this.#runtimeAt(this.instant(0, time)), person, request);
    this.#caseId = filed.caseId;
  }

  async does<C extends ChangingCommand>(day: number, time: string, person: Person, command: C, input: InputOf<C>) {
    const at = this.instant(day, time);
    await this.passUntil(at);
    const { ids } = await changeCase(this.#runtimeAt(at), person, { command, caseId: this.#caseId, input });
    return ids;
  }

  async hands(day: number, time: string, person: Person, evidence: [EvidenceType, string][]): Promise<void> {
    for (const [type, title] of evidence) await this.submits(day, time, person, { type, title });
  }

  async submits(day: number, time: string, person: Person, piece: Omit<SubmitEvidence, 'uploadId'>): Promise<void> {
    const uploadId = this.#store && (await this.#uploads(this.#store, this.instant(day, time), person, piece));
    await this.does(day, time, person, 'submitEvidence', { ...piece, uploadId });
  }

  /** Announces the file of a piece of evidence and brings its bytes, as a client does, and answers the id of the upload. */
  async #uploads(store: EvidenceStore, at: Date, person: Person, { type, title }: SubmitEvidence): Promise<Id> {
    await this.passUntil(at);
    const runtime = this.#runtimeAt(at);
    const { bytes, fileName, ...file } = fileOf({
      type,
      title,
      person,
      date: shanghaiDate(at),
      state: await this.state(),
    });
    const input = { caseId: this.#caseId, type, fileName, ...file };
    const { uploadId } = await createEvidenceUpload(runtime, person, { maxBytes: file.sizeBytes, input });
    const ledger = uploadLedger(runtime);
    const begun = await ledger.begin(uploadId);
    if (typeof begun === 'string') throw new Error(`a file of a story cannot be brought: ${begun}`);
    await store.put(begun.attemptId, checkedBytes(bytesOf(bytes), begun.file), begun.file);
    await ledger.finish(begun);
    return uploadId;
  }

  async investigates(day: number, time: string, handler: Person, kinds: InvestigationStepKind[]): Promise<void> {
    await this.does(day, time, handler, 'startInvestigation', { steps: kinds.map((kind) => ({ kind })) });
  }

  /** What a payment channel reports of the payment, which happened a while before it was told of. */
  async knows(
    day: number,
    time: string,
    channel: Person,
    kind: PaymentRecordKind,
    about: Pick<RecordPayment, 'amount' | 'payerId'>,
  ): Promise<void> {
    const { reference, paidAt } = (await this.state()).transaction!;
    const record = { reference, kind, at: paidAt!, externalId: `${reference}-${kind}`, ...about };
    await recordPayment(this.#runtimeAt(this.instant(day, time)), channel, null, record);
  }

  /** Lets the platform check what it knows of payments. */
  async checks(day: number, time: string): Promise<void> {
    await checkPayments(this.#runtimeAt(this.instant(day, time)));
  }

  /** The result of the nth step of the investigation, from 0. */
  async establishes(day: number, time: string, handler: Person, step: number, result: string): Promise<void> {
    const { investigations } = await this.state();
    const stepId = investigations[0]!.steps[step]!.id;
    await this.does(day, time, handler, 'completeInvestigationStep', { stepId, result });
  }

  async meets(
    [scheduledDay, scheduledTime]: [number, string],
    [day, time]: [number, string],
    handler: Person,
    mode: 'ONLINE' | 'PHONE',
    minutes: string,
  ): Promise<void> {
    const scheduledAt = this.instant(day, time).toISOString();
    const made = await this.does(scheduledDay, scheduledTime, handler, 'scheduleMeeting', { mode, scheduledAt });
    const { parties } = await this.state();
    const attendeePartyIds = parties.map((party) => party.id);
    const record = { meetingId: made.meetingId!, heldAt: scheduledAt, minutes, attendeePartyIds };
    await this.does(day, later(time), handler, 'recordMeeting', record);
  }

  /** Offers what each vow says and answers the proposal’s id. */
  async offers(day: number, time: string, person: Person, vows: Vow[], parentId?: Id): Promise<Id> {
    const { parties } = await this.state();
    const terms = vows.map((vow) => termOf(parties, vow));
    const made = await this.does(day, time, person, 'makeProposal', { terms, ...(parentId && { parentId }) });
    return made.proposalId!;
  }

  async accepts(day: number, time: string, person: Person, proposalId: Id): Promise<void> {
    const { proposals } = await this.state();
    const contentHash = proposals.find(({ id }) => id === proposalId)!.hash;
    await this.does(day, time, person, 'acceptProposal', { proposalId, contentHash });
  }

  /** Carries out every term of a proposal. */
  async keeps(day: number, time: string, person: Person, proposalId: Id, reference: string): Promise<void> {
    for (const termId of await this.#termsOf(proposalId)) {
      await this.does(day, time, person, 'fulfilTerm', { termId, reference });
    }
  }

  async confirms(day: number, time: string, person: Person, proposalId: Id): Promise<void> {
    for (const termId of await this.#termsOf(proposalId)) await this.does(day, time, person, 'confirmTerm', { termId });
  }

  /** Lets act, each in its night, whatever lapses before the instant. */
  async passUntil(at: Date): Promise<void> {
    for (let due = await this.#nextLapse(at); due; due = await this.#nextLapse(at)) {
      await actOnDeadlines(this.#runtimeAt(new Date(lapseInstant(due))));
    }
  }

  async state(): Promise<CaseState> {
    const { rows } = await this.#runtime.pool.query<{ state: CaseState }>(
      'select state from case_snapshot where case_id = $1',
      [this.#caseId],
    );
    return rows[0]!.state;
  }

  async #nextLapse(at: Date): Promise<LocalDate | null> {
    const { deadlines } = await this.state();
    const pending = deadlines.filter(({ actedAt }) => actedAt === null);
    const dates = pending.map((deadline) => actsFrom(deadline, this.#calendar));
    return dates.filter((date) => date <= shanghaiDate(at)).sort()[0] ?? null;
  }

  async #termsOf(proposalId: Id): Promise<Id[]> {
    const { proposals } = await this.state();
    return proposals.find(({ id }) => id === proposalId)!.terms.map(({ id }) => id);
  }

  #runtimeAt(instant: Date): Runtime {
    return { ...this.#runtime, now: () => instant };
  }
}

/** Three quarters of an hour after a time of day. */
function later(time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  const sum = hours! * 60 + minutes! + 45;
  return `${Math.floor(sum / 60)}:${sum % 60}`;
}
