import { keep, unwritten, type UnwrittenCase } from '@accord/server/commands/load-cases';
import { defaultPolicy } from '@accord/server/domain/benchmark';
import { sha256 } from '@accord/server/domain/canonical-json';
import { unfiledCase, type CaseState, type Instant, type Party } from '@accord/server/domain/case';
import { perform, performLapse, performSubmit } from '@accord/server/domain/command';
import type { ChangingCommand, InputOf, Moment } from '@accord/server/domain/command';
import { actsFrom, dueDeadline } from '@accord/server/domain/deadline';
import type { SubmitCase } from '@accord/server/domain/filing';
import type { Money } from '@accord/server/domain/money';
import type { Person } from '@accord/server/domain/permission';
import type { TermInput } from '@accord/server/domain/term';
import { addDays, shanghaiDate, startOfDay, type LocalDate } from '@accord/server/domain/working-calendar';
import type { Random } from './random.js';
import { everybody, people, teamOf } from './scenarios/people.js';

/** What is published while cases are lived: the calendar, the benchmarks and the referral routes, the default first. */
export type Published = Pick<Moment, 'calendar' | 'benchmarks' | 'routeIds'>;

/** Seconds after midnight at which what is due acts. */
const sweepDelaySeconds = 30;

/** The moment of its day at which a deadline acts by itself. */
export function lapseInstant(actsOn: LocalDate): Instant {
  return new Date(startOfDay(actsOn).getTime() + sweepDelaySeconds * 1000).toISOString();
}

/** One case lived in memory by the rules, among the people of the demo; every id, salt and date follows from its arguments. */
export class CaseLife {
  readonly state: CaseState;
  readonly unwritten: UnwrittenCase;
  readonly #published: Published;
  readonly #random: Random;
  readonly #digests = new Map<string, string>();

  constructor(published: Published, random: Random, bornAt: Instant) {
    this.#published = published;
    this.#random = random;
    this.state = unfiledCase(random.id(Date.parse(bornAt)));
    this.unwritten = unwritten(this.state);
  }

  submit(at: Instant, person: Person, input: SubmitCase): void {
    keep(this.unwritten, performSubmit(this.state, input, person, null, this.#moment(at)));
  }

  act<C extends ChangingCommand>(at: Instant, person: Person, command: C, input: InputOf<C>): void {
    keep(this.unwritten, perform(this.state, { command, input, person }, this.#moment(at)));
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
      keep(this.unwritten, performLapse(this.state, due, this.#moment(lapseInstant(day))));
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
      uploads: new Map(),
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
