import type { ModelCase } from './case.js';
import type { Dice } from './days.js';
import {
  comeBackIf,
  hasAgreement,
  hear,
  investigate,
  leaveTrack,
  leftGuard,
  platformOf,
  presentGuard,
  reject,
  resolveIfDone,
  tryInVain,
  wordsGuard,
} from './moves.js';
import type { OnLapse, Party } from './part.js';
import { anyOf, type Input, type Rule } from './rule.js';
import { termsFor, termsGuard, termsOf } from './terms.js';
import type { Command } from './table.js';

const reason = '按规定办理';
/** Who may turn out to complain of the same. */
const joining = ['neighbour', 'cousin', 'stranger'];

/** What happens before a case is investigated, and who handles it. */
export const filingRules = {
  requestClarification: {
    input: (_c, dice) => ({
      question: '请补充说明',
      onLapse: dice.pick(['PROCEED_WITHOUT', 'PROCEED_WITHOUT', 'DEEMED_WITHDRAWN', 'REJECT']),
      reason,
    }),
    guard: (c) => (c.clarification ? 'CLARIFICATION_OPEN' : null),
    apply(c, { onLapse }) {
      c.stop('RESPONSE');
      c.clarification = { dueOn: c.in(5), onLapse: onLapse as OnLapse };
    },
  },
  answerClarification: {
    input: () => ({ text: '补充如下' }),
    guard: (c) => (c.clarification ? null : 'NO_CLARIFICATION'),
    apply(c) {
      c.clarification = null;
      c.start('RESPONSE');
    },
  },
  amendCase: { input: () => ({ requestedRemedy: '退还货款并致歉' }) },
  acceptCase: {
    input: (_c, dice) => ({ complexity: dice.pick(['LOW', 'MEDIUM', 'HIGH']), reason }),
    apply(c) {
      c.stop('RESPONSE');
      c.clarification = null;
      c.stage = 'ACCEPTED';
      if (c.track === 'STANDARD') c.start('INVESTIGATION');
    },
  },
  rejectCase: { input: () => ({ reasonCode: 'OUT_OF_SCOPE', reason }), apply: reject },
  fastTrack: {
    input: (c, dice) => ({ terms: termsFor(c, dice, 'SIMPLE'), reason }),
    guard(c, { terms }) {
      if (c.track !== 'SIMPLE') return 'NOT_ON_FAST_TRACK';
      const refused = termsGuard(c, terms as never, null);
      if (refused) return refused;
      // What gives the payment back reverses it; whoever else is bound must be the platform.
      const fits = termsOf(terms as never).every(({ kind, obligorId, beneficiaryId }) => {
        const isReversal = kind.endsWith('_REFUND') && c.party(beneficiaryId)!.side === 'COMPLAINANT';
        return isReversal || c.party(obligorId)!.isPlatform;
      });
      return fits ? null : 'TERM_NOT_FAST_TRACK';
    },
    apply(c, { terms }) {
      c.terms.push(...termsOf(terms as never, c));
      c.stage = 'EXECUTING';
      resolveIfDone(c);
    },
  },
  leaveFastTrack: {
    input: () => ({ reason }),
    guard: (c) => (c.track === 'SIMPLE' ? null : 'NOT_ON_FAST_TRACK'),
    apply(c) {
      leaveTrack(c);
      if (c.stage === 'ACCEPTED') c.start('INVESTIGATION');
    },
  },
  startInvestigation: {
    input: () => ({ steps: [{ kind: 'VERIFY_TRANSACTION' }], reason }),
    apply(c) {
      const runs = c.running('INVESTIGATION') !== undefined;
      investigate(c);
      if (runs) c.cycles.pop();
      c.steps.push({ id: '', investigation: c.investigationCount, status: 'PLANNED' });
    },
  },
  assignCase: {
    input: (c, dice, { players }, player) => {
      const others = [players['handler']!, players['colleague']!, players['relief']!].filter(
        ({ id }) => id !== c.handlerId,
      );
      if (player.as === 'HANDLER') return { handlerId: player.id };
      const someone = dice.chance(0.15) ? dice.pick([players['otherHandler']!.id, c.handlerId ?? player.id]) : null;
      return { handlerId: someone ?? dice.pick(others).id, reason };
    },
    guard(c, { handlerId }, _actor, { players }) {
      if (handlerId === c.handlerId) return 'ALREADY_ASSIGNED';
      const isOfTeam = ['handler', 'colleague', 'relief'].some((name) => players[name]!.id === handlerId);
      if (!isOfTeam) return 'NOT_A_HANDLER';
      const refused = leftGuard(c, handlerId);
      if (refused) return refused;
      return c.barred.has(handlerId as string) ? 'HANDLER_BARRED' : null;
    },
    apply(c, { handlerId }) {
      c.handlerId = handlerId as string;
      c.handledBy.add(handlerId as string);
    },
  },
  reclassifyCase: {
    input: (c, dice) => ({ ...classFor(c, dice), explanation: '情况有变', reason }),
    guard(c, { urgency = c.urgency, type = c.type, caseReason = c.reason }) {
      if (!reasonsOf[type as string]!.includes(caseReason as string)) return 'BAD_USER_INPUT';
      if (type !== 'REPAYMENT' && arePlansAgreedOrOffered(c)) return 'TERMS_OF_OTHER_TYPE';
      const isSame = c.urgency === urgency && c.type === type && c.reason === caseReason;
      return isSame ? 'BAD_USER_INPUT' : null;
    },
    apply(c, { urgency = c.urgency, type = c.type, caseReason = c.reason }) {
      Object.assign(c, { urgency, type, reason: caseReason });
      // Only a payment anomaly is on the simple track.
      if (type === 'PAYMENT_ANOMALY' || c.track === 'STANDARD') return;
      leaveTrack(c);
      if (c.stage === 'ACCEPTED') c.start('INVESTIGATION');
    },
  },
  addParty: {
    input: (c, dice, { players }) => {
      if (dice.chance(c.complainants().length > 2 ? 0.05 : 0.4)) {
        // Mostly somebody who has no part in it yet.
        const known = [
          players['complainant']!.id,
          players['supervisor']!.id,
          ...c.seats.map(({ expertId }) => expertId),
        ];
        const personId = dice.chance(0.85) ? players[dice.pick(joining)]!.id : dice.pick(known);
        return { side: 'COMPLAINANT', personId, reason };
      }
      // Nobody acts for a company here, so it takes no part in what the others do; the platform finds somebody itself.
      if (dice.chance(0.4)) return { side: 'THIRD_PARTY', kind: 'PLATFORM', reason };
      return { side: dice.pick(['RESPONDENT', 'THIRD_PARTY']), kind: 'MERCHANT', name: '仓储公司', reason };
    },
    guard(c, { side, kind, personId }, _actor, { players }) {
      if (side === 'THIRD_PARTY' && hasAgreement(c)) return 'AGREEMENT_STANDS';
      if (kind === 'PLATFORM' && platformOf(c)) return 'PERSON_IN_CASE';
      if (!personId) return null;
      if (c.partyOf(personId as string)) return 'PERSON_IN_CASE';
      if (c.seats.some(({ expertId }) => expertId === personId)) return 'EXPERT_SEATED';
      return personId === players['supervisor']!.id ? 'PERSON_HANDLES_CASE' : null;
    },
    apply(c, { side, kind, personId }, _actor, { players }) {
      const isPlatform = kind === 'PLATFORM';
      const member = isPlatform ? players['platform']!.id : (personId as string | undefined);
      c.join(side as Party['side'], member ? [member] : [], isPlatform);
    },
  },
  addNote: { input: () => ({ text: '已电话核对', reason }) },
  postMessage: {
    input: () => ({ text: '请尽快处理' }),
    guard: (c, _input, { hat }) => wordsGuard(c, hat === 'COMPLAINANT'),
    apply: comeBackIf,
  },
  statePosition: { input: () => ({ text: '我方认为' }) },
  recordContactAttempt: {
    input: (c, dice) => ({
      partyId: anyOf([dice.pick(c.parties.filter(({ memberIds }, at) => at < 2 || memberIds.length > 0))], dice),
      channel: dice.pick(['PHONE', 'MESSAGE', 'LETTER']),
      isReached: dice.chance(0.15),
      reason,
    }),
    guard: (c, { partyId }) => presentGuard(c, partyId),
    apply(c, { partyId, channel, isReached }) {
      const party = c.party(partyId as string)!;
      if (isReached) hear(party);
      else tryInVain(c, party, channel as string);
    },
  },
  revealPersonalData: {
    input: (c, dice) => ({
      personId: anyOf(
        c.parties.flatMap(({ memberIds }) => memberIds.map((id) => ({ id }))),
        dice,
      ),
      reason,
    }),
    guard: (c, { personId }) =>
      c.parties.some(({ memberIds }) => memberIds.includes(personId as string)) ? null : 'NOT_FOUND',
  },
  takeMeasure: {
    input: (_c, dice) => ({ kind: dice.pick(['HOLD_FUNDS', 'FREEZE_ACCOUNT']), reason }),
    guard: (c, { kind }) => (isHeld(c, kind as string) || daysHeld(c, kind as string) >= 10 ? 'MEASURE_TAKEN' : null),
    apply(c, { kind }) {
      const endsOn = c.in(10 - daysHeld(c, kind as string));
      c.measures.push({ id: '', kind: kind as string, takenOn: c.today, endsOn, liftedOn: null });
    },
  },
  liftMeasure: {
    input: (c, dice) => ({ measureId: anyOf(c.measures, dice), reason }),
    guard(c, { measureId }) {
      const measure = c.measures.find(({ id }) => id === measureId);
      if (!measure) return 'NOT_FOUND';
      return measure.liftedOn !== null || measure.endsOn < c.today ? 'MEASURE_ENDED' : null;
    },
    apply: (c, { measureId }) => void (c.measures.find(({ id }) => id === measureId)!.liftedOn = c.today),
  },
} satisfies Partial<Record<Command, Rule>>;

const reasonsOf: Record<string, readonly string[]> = {
  TRADE_DISPUTE: ['NOT_AS_DESCRIBED', 'POOR_QUALITY', 'DELIVERY_DELAY', 'REFUND_OR_RETURN'],
  PAYMENT_ANOMALY: ['CHARGED_NOT_COMPLETED', 'REFUND_DELAYED', 'DUPLICATE_CHARGE'],
  REPAYMENT: ['CANNOT_REPAY_ON_TIME'],
};

/** What a case may be about instead; who answers it stays, so a repayment is only tried to be another where its terms forbid it. */
function classFor(c: ModelCase, dice: Dice): Input {
  const isFixed = c.type === 'REPAYMENT' && !arePlansAgreedOrOffered(c);
  if (isFixed || dice.chance(0.5)) return { urgency: dice.pick(['NORMAL', 'URGENT']) };
  const type = dice.pick(['TRADE_DISPUTE', 'PAYMENT_ANOMALY']);
  const caseReason = dice.pick(reasonsOf[dice.chance(0.9) ? type : 'REPAYMENT']!);
  return dice.chance(0.7) ? { type, caseReason } : { caseReason };
}

/** Instalments and deferments are of repayments alone. */
function arePlansAgreedOrOffered({ terms, proposals }: ModelCase): boolean {
  const offered = proposals.filter(({ status }) => status === 'LIVE').flatMap((each) => each.terms);
  return [...terms, ...offered].some(({ kind }) => kind === 'INSTALMENT_PLAN' || kind === 'DEFERMENT');
}

function isHeld(c: ModelCase, kind: string): boolean {
  return c.measures.some((each) => each.kind === kind && each.liftedOn === null && each.endsOn >= c.today);
}

/** Working days for which measures of a kind have held, or will; ten are all there are. */
function daysHeld(c: ModelCase, kind: string): number {
  return c.measures
    .filter((each) => each.kind === kind)
    .reduce((sum, { takenOn, endsOn, liftedOn }) => sum + c.almanac.in(takenOn, liftedOn ?? endsOn).length, 0);
}
