import type { UnwrittenCase } from '@accord/server/commands/load-cases';
import type { CaseState, Party } from '@accord/server/domain/case';
import { perform, type ChangingCommand, type InputOf } from '@accord/server/domain/command';
import { DomainError } from '@accord/server/domain/domain-error';
import type { SubmitCase } from '@accord/server/domain/filing';
import { capacitiesIn, capacityFor, type Person } from '@accord/server/domain/permission';
import { stagesOfCommand } from '@accord/server/domain/stage';
import { shanghaiDate } from '@accord/server/domain/working-calendar';
import { CaseLife, monthlyInstalments, yuan, type Published } from '@accord/seeds/builders';
import { Random } from '@accord/seeds/random';
import type { Troupe } from './random-life.js';
import { filing } from './road.js';
import { commands, momentAt } from './told-and-done.js';
import { wellFormed } from './well-formed.js';

/** Something that can be done: who gives a command in which case, and with what input. */
export interface Doable {
  command: ChangingCommand;
  life: UnwrittenCase;
  person: Person;
  /** As the rules take it, with bare ids. */
  input: Record<string, unknown>;
}

/** A command of whoever may, with the first input that works or with this one; or so many days in which nothing happens. */
type Step = ChangingCommand | number | ((life: CaseState, now: Date) => [ChangingCommand, object]);
interface Road {
  filed?: Partial<SubmitCase>;
  steps: Step[];
}

const day = 86_400_000;
const inquired: Step[] = [
  'assignCase',
  'acceptCase',
  'startInvestigation',
  'completeInvestigationStep',
  'recordFinding',
  'concludeInvestigation',
];
const paid = { reference: 'D-1', paidAt: '2026-01-05T02:00:00.000Z', amount: yuan(259) };
const pairOf = ([buyer, seller]: readonly Party[]) => ({ obligorId: seller!.id, beneficiaryId: buyer!.id });
const times = (count: number, step: Step) => Array.from({ length: count }, () => step);
const refund: Step = ({ parties }) => [
  'makeProposal',
  { terms: [{ kind: 'PARTIAL_REFUND', ...pairOf(parties), amount: yuan(99) }] },
];
const plan: Step = ({ parties: [debtor, platform] }, now) => {
  const instalments = monthlyInstalments(shanghaiDate(now), 3, yuan(300));
  const pair = { obligorId: debtor!.id, beneficiaryId: platform!.id };
  return ['makeProposal', { terms: [{ kind: 'INSTALMENT_PLAN', ...pair, amount: yuan(300), instalments }] }];
};

/** Between them they come by a place for every command. */
const roads: readonly Road[] = [
  { steps: ['assignCase', 'requestClarification'] },
  { steps: ['assignCase', 'takeMeasure', 'raiseObjection'] },
  { filed: { type: 'PAYMENT_ANOMALY', reason: 'CHARGED_NOT_COMPLETED' }, steps: ['assignCase', 'acceptCase'] },
  {
    steps: [
      'assignCase',
      'acceptCase',
      'startInvestigation',
      'requestEvidence',
      'submitEvidence',
      'scheduleMeeting',
      1,
    ],
  },
  {
    steps: [
      ...inquired,
      'makeProposal',
      'acceptProposal',
      'fulfilTerm',
      'confirmTerm',
      ...times(2, 'confirmResult'),
      'closeCase',
      'sampleCases',
    ],
  },
  { filed: { transaction: paid }, steps: [...inquired, refund, 'acceptProposal', 'recordMovement'] },
  {
    filed: { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME', respondentIds: [] },
    steps: [...inquired, plan, 'acceptProposal', 60],
  },
  { steps: [...inquired, 'declareImpasse', 'referCase', ...times(2, 'confirmResult')] },
  {
    steps: [
      ...inquired,
      'declareImpasse',
      'requestSecondNegotiation',
      ...times(3, 'appointExpert'),
      ...times(3, 'declareConflict'),
      'admitSecondNegotiation',
      ...times(3, 'submitOpinion'),
    ],
  },
];

/** For each command, or each of these, a case of its own in which it can be given at that time, lived by the rules. */
export function doables(
  published: Published,
  troupe: Troupe,
  now: Date,
  among: readonly ChangingCommand[] = commands,
): Doable[] {
  const found = new Map<ChangingCommand, Doable>();
  const random = new Random(`doables ${among.join(' ')}`);
  for (const road of roads)
    for (let length = 0; length <= road.steps.length; length += 1) {
      const legs = { ...road, steps: road.steps.slice(0, length) };
      let lived = new Walk(published, troupe, now, random, legs);
      for (const command of among) {
        const attempt = found.has(command) ? null : lived.attempt(command);
        if (!attempt) continue;
        found.set(command, { command, life: lived.life.unwritten, ...attempt });
        lived = new Walk(published, troupe, now, random, legs);
      }
    }
  const missing = among.filter((command) => !found.has(command));
  if (missing.length > 0) throw new Error(`No road comes by a place for ${missing.join(', ')}.`);
  return [...found.values()];
}

/** One case on its road, so begun that it arrives now. */
class Walk {
  readonly life: CaseLife;
  #time: number;
  readonly #persons: readonly Person[];
  /** Who has given which command; others come before them. */
  readonly #given = new Set<string>();

  constructor(
    published: Published,
    private readonly troupe: Troupe,
    now: Date,
    random: Random,
    { filed = {}, steps }: Road,
  ) {
    this.#persons = Object.values(troupe).flat() as Person[];
    const days = steps.reduce<number>((sum, step) => sum + (typeof step === 'number' ? step : 0), 0);
    this.#time = now.getTime() - days * day - 3_600_000;
    this.life = new CaseLife(published, random, this.#now);
    const { complainant, respondent } = troupe;
    // A payment of its own, or no case could be filed beside the others.
    const transaction = filed.transaction && { ...filed.transaction, reference: random.id(this.#time) };
    this.life.submit(this.#now, complainant, {
      ...filing,
      respondentIds: [respondent.id],
      ...filed,
      ...(transaction ? { transaction } : {}),
    });
    for (const step of steps) this.#take(step);
    this.#time = now.getTime();
    this.life.passUntil(this.#now);
  }

  get #now(): string {
    return new Date(this.#time).toISOString();
  }

  /** Who can give the command as the case stands, and with what. */
  attempt(command: ChangingCommand, given?: object): Pick<Doable, 'person' | 'input'> | null {
    const { state } = this.life;
    if (!stagesOfCommand[command].includes(state.stage)) return null;
    const { handlers, experts } = this.troupe;
    const isAgain = ({ id }: Person) => Number(this.#given.has(`${command} ${id}`));
    for (const person of this.#persons.toSorted((one, other) => isAgain(one) - isAgain(other))) {
      if (!capacityFor(command, capacitiesIn(state, person))) continue;
      const nameable = {
        person,
        handlers,
        experts,
        routeIds: ['01900000-0000-7000-8000-000000012378'],
        later: new Date(this.#time + day / 2).toISOString(),
      };
      for (const input of given ? [given] : wellFormed(command, state, nameable))
        if (this.#works(person, command, input)) return { person, input: input as Record<string, unknown> };
    }
    return null;
  }

  #works(person: Person, command: ChangingCommand, input: object): boolean {
    const tried = structuredClone(this.life.state);
    try {
      perform(tried, { command, input: input as never, person }, momentAt(this.#time, this.#persons, tried));
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  #take(step: Step): void {
    if (typeof step === 'number') {
      this.#time += step * day;
      this.life.passUntil(this.#now);
      return;
    }
    this.#time += 60_000;
    const [command, given] = typeof step === 'string' ? [step] : step(this.life.state, new Date(this.#time));
    const attempt = this.attempt(command, given);
    if (!attempt) throw new Error(`${command} is not possible in ${this.life.state.stage}`);
    this.#given.add(`${command} ${attempt.person.id}`);
    this.life.act(this.#now, attempt.person, command, attempt.input as unknown as InputOf<typeof command>);
  }
}
