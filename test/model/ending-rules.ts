import type { ModelCase } from './case.js';
import type { Day } from './days.js';
import { deepen } from './inquiry-rules.js';
import {
  backFromSecond,
  canEnd,
  close,
  hear,
  investigate,
  leave,
  leaveUnresolved,
  leftGuard,
  withdraw,
} from './moves.js';
import { anyOf, found, type Actor, type Rule } from './rule.js';
import { open, type Command } from './table.js';

const reason = '按规定办理';
const criteria = ['TIMELINESS', 'INVESTIGATION', 'FAIRNESS', 'COMMUNICATION', 'RECORD'];
const ended = ['RESOLVED', 'CLOSED', 'UNRESOLVED', 'REJECTED'];

/** A party that nobody acts for cannot confirm, nor one that has left, so nobody waits for it. */
function isConfirmed(c: ModelCase): boolean {
  return c.parties.every(({ hasConfirmed, hasLeft, memberIds }) => hasConfirmed || hasLeft || memberIds.length === 0);
}

function isSecondAfterAgreement(c: ModelCase): boolean {
  return c.second?.from === 'RESOLVED' && ['SECOND_REQUESTED', 'EXPERT_REVIEW', 'SECOND_NEGOTIATING'].includes(c.stage);
}

/** A further reopening needs another ground and another supervisor. */
function reopenGuard(c: ModelCase, ground: string, { player }: Actor): string | null {
  if (c.reopenings.some(({ supervisorId }) => supervisorId === player.id)) return 'SAME_SUPERVISOR';
  return ground !== 'OBJECTION' && c.reopenings.some((each) => each.ground === ground) ? 'GROUND_USED' : null;
}

/** Whether a day lies in the window that is open, or after it. */
function isOfWindow({ windowEndsOn, almanac }: ModelCase, day: Day): boolean {
  if (windowEndsOn === null) return false;
  return day > windowEndsOn || almanac.in(day, windowEndsOn).length <= 10;
}

function reopen(c: ModelCase, ground: string, { player }: Actor): void {
  c.reopenings.push({ ground, supervisorId: player.id });
  c.runOn('OVERALL');
  // Who was silent when the case ended is tried anew.
  c.parties.forEach(hear);
  if (c.stage !== 'REJECTED') return investigate(c);
  c.closeWindow();
  c.outcome = null;
  c.stage = 'SUBMITTED';
  c.start('RESPONSE');
  if (c.handlerId) c.barred.add(c.handlerId);
  c.handlerId = null;
}

/** How a case ends, is objected to and taken up again. */
export const endingRules = {
  referCase: {
    input: (_c, dice, { routes }) => ({ routeId: dice.pick(routes).id, reason }),
    guard(c, { routeId }, _actor, { routes }) {
      const { types } = found(routes, routeId)!;
      if (types.length > 0 && !types.includes(c.type)) return 'ROUTE_NOT_COMPETENT';
      return c.referredTo.includes(routeId as string) ? 'ALREADY_REFERRED' : null;
    },
    apply: (c, { routeId }) => void c.referredTo.push(routeId as string),
  },
  closeUnresolved: {
    input: () => ({ reason }),
    guard(c) {
      if (c.stage === 'IMPASSE') return isConfirmed(c) ? null : 'RESULT_NOT_CONFIRMED';
      return c.referredTo.length === 0 ? 'NO_REFERRAL' : null;
    },
    apply: (c, _input, _actor, { routes }) => leaveUnresolved(c, routes[0]!.id),
  },
  closeCase: {
    input: () => ({ reason }),
    guard(c) {
      if (!isConfirmed(c)) return 'RESULT_NOT_CONFIRMED';
      return c.openObjections().length > 0 ? 'OBJECTION_OPEN' : null;
    },
    apply: close,
  },
  confirmResult: {
    input: () => ({}),
    guard: (_c, _input, { party }) => (party!.hasConfirmed ? 'RESULT_CONFIRMED' : null),
    apply: (_c, _input, { party }) => void (party!.hasConfirmed = true),
  },
  rateCase: {
    input: (_c, dice) => ({ score: 1 + dice.upTo(5) }),
    guard: (_c, _input, { party }) => (party!.hasRated ? 'ALREADY_RATED' : null),
    apply: (_c, _input, { party }) => void (party!.hasRated = true),
  },
  withdrawCase: {
    input: () => ({ reason }),
    guard: (c) => (canEnd(c) || isSecondAfterAgreement(c) ? null : 'AGREEMENT_STANDS'),
    apply(c, _input, { party }) {
      if (c.complainants(party).length > 0) return leave(c, party!);
      if (!isSecondAfterAgreement(c)) return withdraw(c, 'WITHDRAWN');
      c.closeRound('NOT_AGREED');
      c.cancelAllBut('OVERALL');
      backFromSecond(c, 'WITHDRAWN');
    },
  },
  raiseObjection: {
    input(c, dice) {
      const against = dice.pick(
        open.includes(c.stage) ? ['CONDUCT', 'FINDING', 'FINDING', 'EXPERT'] : ['RESULT', 'RESULT', 'CONDUCT'],
      );
      const subject = against === 'FINDING' ? c.findings : against === 'EXPERT' ? c.seats : null;
      return { against, grounds: '处理不当', ...(subject ? { subjectId: anyOf(subject, dice) } : {}) };
    },
    guard(c, { against, subjectId }, { party }) {
      if ((against === 'RESULT') === open.includes(c.stage)) return 'WRONG_STAGE';
      if (against === 'RESULT' && c.windowEndsOn! < c.today) return 'WINDOW_PASSED';
      if (against === 'FINDING' && !found(c.findings, subjectId)) return 'NOT_FOUND';
      // Parties know experts by their seats, and object to who sits.
      const status = found(c.seats, subjectId)?.status;
      if (against === 'EXPERT' && status !== 'APPOINTED' && status !== 'CLEAR') return 'NOT_FOUND';
      const isTwin = c.openObjections().some((each) => {
        return (
          each.partyId === party!.id && each.against === against && each.subjectId === ((subjectId as string) ?? null)
        );
      });
      return isTwin ? 'OBJECTION_OPEN' : null;
    },
    apply(c, { against, subjectId }, { party }) {
      const about = { partyId: party!.id, against: against as string, subjectId: (subjectId as string) ?? null };
      const isRepeated = c.objections.some((each) => {
        const isSame = each.partyId === about.partyId && each.against === about.against;
        return isSame && each.subjectId === about.subjectId && isOfWindow(c, each.raisedOn);
      });
      if (!isRepeated) c.suspendWindow();
      c.objections.push({ id: '', ...about, status: 'OPEN', raisedOn: c.today, isRepeated, decidedAt: null });
    },
  },
  withdrawObjection: {
    input: (c, dice) => ({ objectionId: anyOf(c.objections, dice) }),
    guard(c, { objectionId }, { party }) {
      const objection = found(c.objections, objectionId);
      if (!objection) return 'NOT_FOUND';
      if (objection.status !== 'OPEN') return 'OBJECTION_DECIDED';
      return objection.partyId === party!.id ? null : 'NOT_THE_OBJECTOR';
    },
    apply(c, { objectionId }) {
      found(c.objections, objectionId)!.status = 'WITHDRAWN';
      c.resumeWindow();
    },
  },
  decideObjection: {
    input(c, dice, { players }) {
      const objectionId = anyOf(c.objections, dice);
      const decision = dice.pick(['UPHELD', 'PARTLY', 'DISMISSED']);
      const effects = ['NONE', 'REASSIGN_HANDLER', 'REPLACE_EXPERT', 'DEEPEN_INVESTIGATION', 'REOPEN'];
      const effect = decision === 'DISMISSED' ? 'NONE' : dice.pick(effects);
      const others = [players['handler']!, players['colleague']!, players['relief']!].filter(
        ({ id }) => id !== c.handlerId,
      );
      const handler = effect === 'REASSIGN_HANDLER' ? { handlerId: dice.pick(others).id } : {};
      return { objectionId, decision, effect, reason, ...handler };
    },
    guard(c, { objectionId, effect, handlerId }, actor) {
      const objection = found(c.objections, objectionId);
      if (!objection) return 'NOT_FOUND';
      if (objection.status !== 'OPEN') return 'OBJECTION_DECIDED';
      if (effect === 'REOPEN')
        return ended.includes(c.stage) ? reopenGuard(c, 'OBJECTION', actor) : 'EFFECT_NOT_POSSIBLE';
      if (effect === 'DEEPEN_INVESTIGATION') {
        const isFor = c.stage === 'IMPASSE' || (c.stage === 'NEGOTIATING' && objection.against === 'FINDING');
        return isFor ? null : 'EFFECT_NOT_POSSIBLE';
      }
      if (effect === 'REPLACE_EXPERT') {
        const seat = found(c.seats, objection.subjectId);
        const isFor = objection.against === 'EXPERT' && ['SECOND_REQUESTED', 'EXPERT_REVIEW'].includes(c.stage);
        // Who was recused, or replaced, sits there no more.
        const isSeated = seat?.status === 'APPOINTED' || seat?.status === 'CLEAR';
        return isFor && isSeated ? null : 'EFFECT_NOT_POSSIBLE';
      }
      if (effect !== 'REASSIGN_HANDLER') return null;
      // Somebody still carries out what was agreed until the case is closed.
      if (!open.includes(c.stage) && c.stage !== 'RESOLVED') return 'EFFECT_NOT_POSSIBLE';
      return leftGuard(c, handlerId) ?? (c.barred.has(handlerId as string) ? 'HANDLER_BARRED' : null);
    },
    apply(c, { objectionId, decision, effect, handlerId }, actor) {
      const objection = found(c.objections, objectionId)!;
      Object.assign(objection, { status: decision, decidedAt: c.tick });
      c.resumeWindow();
      if (effect === 'REOPEN') reopen(c, 'OBJECTION', actor);
      if (effect === 'DEEPEN_INVESTIGATION') deepen(c);
      if (effect === 'REPLACE_EXPERT') found(c.seats, objection.subjectId)!.status = 'RECUSED';
      if (effect !== 'REASSIGN_HANDLER') return;
      if (c.handlerId) c.barred.add(c.handlerId);
      c.handlerId = handlerId as string;
      c.handledBy.add(handlerId as string);
    },
  },
  sampleCases: {
    input: () => ({ sampleId: '01930000-0000-7000-8000-00000000aaaa' }),
    guard: (c) => (c.reviews.some(({ isDone }) => !isDone) ? 'ALREADY_SAMPLED' : null),
    apply: (c) => void c.reviews.push({ isDone: false }),
  },
  recordReview: {
    input: () => ({
      verdict: 'GOOD',
      scores: criteria.map((criterion) => ({ criterion, score: 4 })),
      text: '处理得当',
    }),
    guard: (c) => (c.reviews.some(({ isDone }) => !isDone) ? null : 'NOT_SAMPLED'),
    apply: (c) => void (c.reviews.at(-1)!.isDone = true),
  },
  reopenCase: {
    input: (_c, dice) => ({ ground: dice.pick(['NEW_EVIDENCE', 'WRONG_FACTS', 'OTHER']), reason }),
    guard: (c, { ground }, actor) => reopenGuard(c, ground as string, actor),
    apply: (c, { ground }, actor) => reopen(c, ground as string, actor),
  },
} satisfies Partial<Record<Command, Rule>>;
