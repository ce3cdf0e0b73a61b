import { keep, unwritten, type UnwrittenCase } from '@accord/server/commands/load-cases';
import { defaultPolicy } from '@accord/server/domain/benchmark';
import { sha256 } from '@accord/server/domain/canonical-json';
import type { AnyCaseEvent } from '@accord/server/domain/case-event';
import { unfiledCase, type CaseState, type Id, type Instant, type Party } from '@accord/server/domain/case';
import { perform, performLapse, performSubmit } from '@accord/server/domain/command';
import type { ChangingCommand, InputOf, Moment } from '@accord/server/domain/command';
import { actsFrom, dueDeadline } from '@accord/server/domain/deadline';
import type { EvidenceType } from '@accord/server/domain/evidence';
import type { SubmitCase } from '@accord/server/domain/filing';
import type { EvidenceUpload } from '@accord/server/domain/evidence-file';
import type { Money } from '@accord/server/domain/money';
import { noticesOf } from '@accord/server/domain/notice';
import type { Person } from '@accord/server/domain/permission';
import type { TermInput } from '@accord/server/domain/term';
import { addDays, shanghaiDate, startOfDay, type LocalDate } from '@accord/server/domain/working-calendar';
import { fileOf, type HandedFile } from './files/evidence-file.js';
import type { Random } from './random.js';
import { everybody, isDemoPerson, people, teamOf } from './scenarios/people.js';

/** What is published while cases are lived: the calendar, the benchmarks and the referral routes, the default first. */
export type Published = Pick<Moment, 'calendar' | 'benchmarks' | 'routeIds'>;

/** Seconds after midnight at which what is due acts. */
const sweepDelaySeconds = 30;

/** The moment of its day at which a deadline acts by itself. */
export function lapseInstant(actsOn: LocalDate): Instant {
  return new Date(startOfDay(actsOn).getTime() + sweepDelaySeconds * 1000).toISOString();
}

/** A case that was lived in memory, with what was handed in. */
export interface LivedCase extends UnwrittenCase {
  /** Files by the ids under which their bytes are to lie. */
  files: Map<Id, HandedFile>;
}

/** One case lived in memory by the rules, among the people of the demo; every id, salt and date follows from its arguments. */
export class CaseLife {
  readonly state: CaseState;
  readonly unwritten: LivedCase;
  readonly #published: Published;
  readonly #random: Random;
  readonly #digests = new Map<string, string>();
  readonly #uploads = new Map<Id, EvidenceUpload>();
  readonly #toldFrom: Instant | null;

  /** What happens from `toldFrom` on is told to the people whom one can be in the demo. */
  constructor(published: Published, random: Random, bornAt: Instant, toldFrom: Instant | null = null) {
    this.#published = published;
    this.#random = random;
    this.#toldFrom = toldFrom;
    this.state = unfiledCase(random.id(Date.parse(bornAt)));
    this.unwritten = { ...unwritten(this.state), files: new Map() };
  }

  submit(at: Instant, person: Person, input: SubmitCase): void {
    this.#keep(this.#moment(at), (moment) => performSubmit(this.state, input, person, null, moment));
  }

  act<C extends ChangingCommand>(at: Instant, person: Person, command: C, input: InputOf<C>): void {
    this.#keep(this.#moment(at), (moment) => perform(this.state, { command, input, person }, moment));
  }

  /** Brings the file of a piece of evidence, which one submits next, and answers the id of the upload. */
  upload(at: Instant, person: Person, type: EvidenceType, title: string): Id {
    const file = fileOf({ type, title, person, date: shanghaiDate(new Date(at)), state: this.state });
    const [id, fileId] = [this.#random.id(Date.parse(at)), this.#random.id(Date.parse(at))];
    const { bytes: _bytes, ...facts } = file;
    this.#uploads.set(id, { ...facts, id, fileId, caseId: this.state.id, type, isClaimed: false });
    this.unwritten.files.set(fileId, file);
    return id;
  }

  /** Lets act, each in its night, whatever lapses before the instant. */
  passUntil(at: Instant): void {
    const today = shanghaiDate(new Date(at));
    const { calendar } = this.#published;
    for (let due = dueDeadline(this.state, today, calendar); due; due = dueDeadline(this.state, today, calendar)) {
      // A clock that runs on over the days since it stopped can be late already: the next night says so.
      const { lastEventAt } = this.state;
      const itsDay = actsFrom(due, calendar);
      const day = lapseInstant(itsDay) < lastEventAt ? addDays(shanghaiDate(new Date(lastEventAt)), 1) : itsDay;
      if (day > today) return;
      this.#keep(this.#moment(lapseInstant(day)), (moment) => performLapse(this.state, due, moment));
    }
  }

  #keep(moment: Moment, act: (moment: Moment) => AnyCaseEvent[]): void {
    const events = act(moment);
    keep(this.unwritten, events);
    if (this.#toldFrom === null || moment.now < this.#toldFrom) return;
    for (const notice of noticesOf(this.state, events, moment)) {
      const recipientIds = notice.recipientIds.filter(isDemoPerson);
      if (recipientIds.length > 0 || notice.supervisedTeamId) this.unwritten.notices.push({ ...notice, recipientIds });
    }
  }

  #moment(now: Instant): Moment {
    const newId = () => this.#random.id(Date.parse(now));
    return {
      ...this.#published,
      now,
      today: shanghaiDate(new Date(now)),
      policy: defaultPolicy,
      persons: everybody,
      platformPersonIds: [people.platform.id],
      teamOf,
      tiedPersonIds: [],
      candidates: [],
      storedDigests: this.#digests,
      agreedElsewhere: [],
      uploads: this.#uploads,
      newId,
      text: (words) => {
        const text = { id: newId(), case_id: this.state.id, salt: this.#random.salt(), words };
        this.unwritten.texts.push(text);
        const digest = sha256(text.salt + words);
        this.#digests.set(text.id, digest);
        return { id: text.id, digest };
      },
    };
  }
}

/** An amount in yuan; fen are decimals. */
export function yuan(amount: number): Money {
  return { amountMinor: Math.round(amount * 100), currency: 'CNY' };
}

/** A promise in the words of a story: which side makes it to the other. */
export interface Vow extends Omit<TermInput, 'obligorId' | 'beneficiaryId'> {
  by: 'COMPLAINANT' | 'RESPONDENT';
}

export function termOf(parties: readonly Party[], { by, ...term }: Vow): TermInput {
  const idOf = (isObligor: boolean) => parties.find(({ side }) => (side === by) === isObligor)!.id;
  return { ...term, obligorId: idOf(true), beneficiaryId: idOf(false) };
}

/** So many equal instalments on the twentieth of the months after a date; the last one takes what is left over. */
export function monthlyInstalments(
  after: LocalDate,
  count: number,
  total: Money,
): { dueOn: LocalDate; amount: Money }[] {
  const [year, month] = after.split('-').map(Number);
  const each = Math.floor(total.amountMinor / count);
  return Array.from({ length: count }, (_, index) => {
    const monthsSince = year! * 12 + month! + index;
    const dueOn = `${Math.floor(monthsSince / 12)}-${String((monthsSince % 12) + 1).padStart(2, '0')}-20`;
    const amountMinor = index < count - 1 ? each : total.amountMinor - each * (count - 1);
    return { dueOn, amount: { ...total, amountMinor } };
  });
}
