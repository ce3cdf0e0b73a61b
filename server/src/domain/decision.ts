import type { Candidate } from './assignment-rule.js';
import type { Benchmarks, Policy } from './benchmark.js';
import type { AnyNewCaseEvent, Actor } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import type { CaseType } from './classification.js';
import type { EvidenceUpload } from './evidence-file.js';
import type { TransactionRecord } from './filing.js';
import type { ReportedAmount } from './payment-record.js';
import type { Person } from './permission.js';
import type { Agreed } from './term-limit.js';
import type { LocalDate, WorkingCalendar } from './working-calendar.js';
import { dueDate } from './working-calendar.js';

/** What a rule may look at beside the case: the moment, who acts, and the published tables. It reads nothing else. */
export interface Deciding {
  now: Instant;
  /** The Shanghai date of `now`. */
  today: LocalDate;
  actor: Actor;
  calendar: WorkingCalendar;
  /** The version that counted until now, while a newer one takes its place. */
  calendarBefore?: WorkingCalendar;
  benchmarks: Benchmarks;
  policy: Policy;
  /** Persons that the input names, by id; missing ones do not exist. */
  persons: ReadonlyMap<Id, Person>;
  /** Referral routes that are competent for the type of the case; the first is the default. */
  routeIds: readonly Id[];
  /** Those that are not. */
  otherRouteIds?: readonly Id[];
  /** Who represents the platform where it is the respondent. */
  platformPersonIds: readonly Id[];
  /** The team that handles a type of dispute; null when none is set up. */
  teamOf(type: CaseType): Id | null;
  /** Of the persons that the input names, those who were part of another case together with a party of this one. */
  tiedPersonIds: readonly Id[];
  /** What the other cases of the transaction have agreed; known to commands that agree on refunds. */
  agreedElsewhere: readonly Agreed[];
  /** What channels charged under the reference of the transaction; known to the same commands. */
  charges?: readonly ReportedAmount[];
  /** What channels report of it as back with the payer; known to the same commands. */
  returned?: readonly ReportedAmount[];
  /** What is on record of the payment, with what an amendment tells of it. */
  transactionRecord?: TransactionRecord | null;
  /** Handlers of the case's team, where the rule may pick one. */
  candidates: readonly Candidate[];
  /** Digests of the words as they lie now, of texts that a rule compares, by id. */
  storedDigests: ReadonlyMap<Id, string>;
  /** Of the uploads that the input names, those of the person who acts, by id. */
  uploads: ReadonlyMap<Id, EvidenceUpload>;
  newId(): Id;
  /** Keeps the words apart and answers their reference. */
  text(words: string): TextRef;
}

/** What is known before anything is put in: the moment, who asks, and the published tables. */
export type Asking = Pick<
  Deciding,
  'now' | 'today' | 'actor' | 'calendar' | 'policy' | 'routeIds' | 'persons' | 'tiedPersonIds'
>;

/** A rule: what happens if this is asked of this case now, or a DomainError. */
export type Decision<Input> = (state: CaseState, input: Input, deciding: Deciding) => AnyNewCaseEvent[];

/** The last day of a wait of so many working days that begins today. */
export function daysFromToday(deciding: Deciding, workingDays: number): LocalDate {
  return dueDate(deciding.calendar, deciding.today, workingDays).dueOn;
}
