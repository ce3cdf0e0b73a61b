import type { UnwrittenCase } from '@accord/server/commands/load-cases';
import type { CaseState, Instant } from '@accord/server/domain/case';
import { DomainError } from '@accord/server/domain/domain-error';
import { decisionOfCommand, type ChangingCommand, type InputOf } from '@accord/server/domain/command';
import type { SubmitCase } from '@accord/server/domain/filing';
import type { Person } from '@accord/server/domain/permission';
import { stagesOfCommand } from '@accord/server/domain/stage';
import { addDays, shanghaiDate } from '@accord/server/domain/working-calendar';
import { CaseLife, monthlyInstalments, yuan, type Published } from '@accord/seeds/builders';
import type { Random } from '@accord/seeds/random';
import { filing } from './road.js';
import { wellFormed } from './well-formed.js';

/** Who acts in a case; whoever may not do something is refused. */
export interface Troupe {
  complainant: Person;
  respondent: Person;
  platform: Person;
  handlers: readonly Person[];
  supervisors: readonly Person[];
  experts: readonly Person[];
}

const commands = Object.keys(decisionOfCommand) as ChangingCommand[];
/** What ends a case, or most of what can be done in it. */
const rare: readonly ChangingCommand[] = [
  'withdrawCase',
  'rejectCase',
  'closeCase',
  'closeUnresolved',
  'declareImpasse',
  'fastTrack',
  'withdrawObjection',
  'refuseSecondNegotiation',
  'withdrawSecondNegotiation',
  'allowCompensation',
  'addParty',
  'replaceExpert',
  'raiseObjection',
  'reopenCase',
  'deepenInvestigation',
  'leaveFastTrack',
];

/** What leads on, from stage to stage. */
const onward: readonly ChangingCommand[] = [
  'assignCase',
  'acceptCase',
  'startInvestigation',
  'completeInvestigationStep',
  'recordFinding',
  'concludeInvestigation',
  'makeProposal',
  'acceptProposal',
  'confirmTerm',
  'recordInstalment',
  'declareImpasse',
  'requestSecondNegotiation',
  'appointExpert',
  'declareConflict',
  'admitSecondNegotiation',
  'submitOpinion',
  'revealOpinions',
];

const supervised: readonly ChangingCommand[] = [
  'appointExpert',
  'replaceExpert',
  'admitSecondNegotiation',
  'refuseSecondNegotiation',
  'revealOpinions',
  'decideObjection',
  'reopenCase',
  'allowCompensation',
  'recordReview',
];

const kinds: readonly Partial<SubmitCase>[] = [
  {},
  { disputedAmount: yuan(180) },
  { type: 'PAYMENT_ANOMALY', reason: 'CHARGED_NOT_COMPLETED' },
  { type: 'REPAYMENT', reason: 'CANNOT_REPAY_ON_TIME', respondentIds: [] },
];

/** A case in which for some weeks anybody tries anything, as long as it is well formed; the same chance lives the same. */
export function liveAtRandom(
  published: Published,
  random: Random,
  bornAt: Instant,
  troupe: Troupe,
  horizon: Instant,
): UnwrittenCase {
  const life = new CaseLife(published, random, bornAt);
  const { complainant, respondent } = troupe;
  const kind = random.pick(kinds);
  const amount = yuan(259);
  const transaction = {
    reference: `R${random.id(0)}`,
    paidAt: '2026-01-05T02:00:00.000Z',
    amount,
    product: 'PAYMENT' as const,
  };
  life.submit(bornAt, complainant, {
    ...filing,
    respondentIds: [respondent.id],
    ...(random.chance(0.7) ? { transaction: { ...transaction, counterparty: '优品商家' } } : {}),
    ...kind,
  });
  // Some linger where they are, some hurry through.
  const pace = random.pick([0.05, 0.2, 0.5, 0.7]);
  let now = Date.parse(bornAt);
  for (let tries = random.between(40, 500); tries > 0; tries -= 1) {
    now += random.chance(0.004) ? random.between(1, 4) * 86_400_000 : random.between(1, 90_000);
    const at = new Date(now).toISOString();
    if (at >= horizon) break;
    life.passUntil(at);
    attempt(life, random, at, troupe, pace);
  }
  life.passUntil(horizon);
  return life.unwritten;
}

function attempt(life: CaseLife, random: Random, at: Instant, troupe: Troupe, pace: number): void {
  const { state } = life;
  const isOnward = random.chance(pace);
  const legal = commands.filter((command) => stagesOfCommand[command].includes(state.stage));
  const possible = isOnward ? legal.filter((command) => isOn(command, state)) : legal;
  if (possible.length === 0) return;
  const command = random.weighted(possible.map((each) => [each, rare.includes(each) ? 0.1 : 1] as const));
  const { supervisors, ...others } = troupe;
  const people = random.shuffled(Object.values(others).flat() as Person[]);
  // Who leads on is whoever may; otherwise anybody. A supervisor who did a handler's work would be barred from their own.
  const tried = isOnward ? people : people.slice(0, 1);
  for (const person of supervised.includes(command) ? supervisors : tried) {
    const nameable = {
      person,
      handlers: troupe.handlers,
      experts: troupe.experts,
      routeIds: ['01900000-0000-7000-8000-000000012378'],
      later: new Date(Date.parse(at) + 86_400_000).toISOString(),
    };
    const inputs = [...wellFormed(command, state, nameable), ...(richer[command]?.(state, at) ?? [])];
    if (inputs.length > 0 && succeeds(() => life.act(at, person, command, random.pick(inputs) as never))) return;
  }
}

/** Who has a handler is not given another one, and again. */
function isOn(command: ChangingCommand, { handlerId }: CaseState): boolean {
  return onward.includes(command) && (command !== 'assignCase' || handlerId === null);
}

function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return false;
  }
}

type Richer = { [C in ChangingCommand]?: (state: CaseState, at: Instant) => InputOf<C>[] };

/** Inputs that say more than they need. */
const richer: Richer = {
  startInvestigation: () => [{ steps: [{ kind: 'VERIFY_TRANSACTION', note: '核对流水' }, { kind: 'OTHER' }] }],
  recordFinding: ({ evidence }) => [
    { rootCause: 'MERCHANT_FAILURE', text: '商家未按约定发货', evidenceIds: evidence.slice(0, 2).map(({ id }) => id) },
  ],
  requestEvidence: ({ parties }) =>
    parties.map(({ id: fromPartyId }) => ({
      fromPartyId,
      types: ['CHAT_RECORD' as const],
      isMandatory: true,
      dueInWorkingDays: 4,
    })),
  submitEvidence: ({ evidence, evidenceRequests }) => [
    ...evidence.map(({ id: supersedesId, type }) => ({ type, title: '更清楚的一份', supersedesId })),
    ...evidenceRequests.map(({ id: requestId, types }) => ({ type: types[0]!, title: '所要的记录', requestId })),
    { type: 'PAYSLIP', title: '工资单' },
    { type: 'TRANSACTION_VOUCHER', title: '交易凭证' },
  ],
  reviewEvidence: ({ evidence }) =>
    evidence.map(({ id: evidenceId }) => ({ evidenceId, isAccepted: false, reason: '看不清楚' })),
  scheduleMeeting: (_state, at) => [
    { mode: 'OFFLINE', scheduledAt: new Date(Date.parse(at) + 3_600_000).toISOString(), place: '三号会议室' },
  ],
  recordMeeting: ({ meetings, parties }) =>
    meetings.map(({ id: meetingId }) => ({
      meetingId,
      minutes: '双方陈述',
      attendeePartyIds: parties.map(({ id }) => id),
    })),
  recordContactAttempt: ({ parties }) =>
    parties.map(({ id: partyId }) => ({ partyId, channel: 'MESSAGE' as const, isReached: true, note: '已回复' })),
  addParty: () => [{ side: 'THIRD_PARTY', kind: 'SERVICE_PROVIDER', name: '物流公司' }],
  makeProposal: ({ parties, proposals }, at) => {
    const [buyer, seller] = parties;
    if (!buyer || !seller) return [];
    const pair = { obligorId: seller.id, beneficiaryId: buyer.id };
    const amount = yuan(99);
    const instalments = monthlyInstalments(shanghaiDate(new Date(at)), 3, amount);
    return [
      { terms: [{ kind: 'PARTIAL_REFUND', ...pair, amount, dueOn: addDays(shanghaiDate(new Date(at)), 7) }] },
      { terms: [{ kind: 'INSTALMENT_PLAN', ...pair, amount, instalments }] },
      {
        terms: [{ kind: 'APOLOGY', ...pair, text: '书面致歉' }],
        settlesPart: true,
        parentId: proposals.at(-1)?.id ?? null,
      },
    ];
  },
  recordMovement: ({ terms }) =>
    terms.flatMap(({ id: termId, amount }) => (amount ? [{ termId, amount, reference: 'R-1' }] : [])),
  fulfilTerm: ({ terms }) => terms.map(({ id: termId }) => ({ termId, reference: 'F-1' })),
  // Mostly nobody has one, else no panel would ever sit.
  declareConflict: () => Array.from({ length: 8 }, () => ({ hasConflict: false })),
  rateCase: () => [{ score: 5, text: '处理很快' }],
};
