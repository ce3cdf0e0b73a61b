import type { Complexity } from '@accord/server/domain/classification';
import { termOf, yuan } from '../builders.js';
import type { Course, Journey } from './course.js';
import { execute, receiveResult } from './execution.js';
import { takeUpAgain } from './aftermath.js';
import { clarify, waitInVain } from './silence.js';
import { negotiate } from './negotiation.js';
import { party, staff } from './pace.js';
import {
  evidenceTitles,
  findings,
  handlerMessages,
  leaveReasons,
  measureReasons,
  partyMessages,
  reclassifyExplanations,
  rejections,
  stepResults,
  withdrawReasons,
} from './phrases.js';

/** The whole way of a case from its evidence to its end. */
export function* wholeWay(course: Course): Journey {
  const { random, dossier, concerned } = course;
  for (const type of dossier.evidence) {
    course.hands(concerned.complainant, { type, title: random.pick(evidenceTitles[type]) });
  }
  yield* takeOn(course);
  if (course.isOver) return;
  const isPutRight = course.state.track === 'SIMPLE' && !course.isBoundForReview && random.chance(0.8);
  if (isPutRight) {
    yield* putRight(course);
    return;
  }
  yield* investigate(course);
  if (course.isOver) return;
  yield* negotiate(course);
  if (course.isOver) return;
  yield* execute(course);
  yield* receiveResult(course);
  yield* takeUpAgain(course);
}

/** From the queue to a handler, who accepts or rejects. */
function* takeOn(course: Course): Journey {
  const { random, dossier, concerned } = course;
  const { handler, supervisor } = concerned;
  const isUrgent = course.state.urgency === 'URGENT';
  const isSimple = course.state.track === 'SIMPLE';
  const queueDays =
    isUrgent || isSimple
      ? 0
      : random.weighted([
          [0, 62],
          [1, 30],
          [2, 8],
        ] as const);
  yield staff(queueDays);
  course.does(random.chance(0.15) ? supervisor : handler, 'assignCase', { handlerId: handler.id });
  if (dossier.reason === 'ACCOUNT_STOLEN' && random.chance(0.4)) {
    course.does(handler, 'takeMeasure', { kind: 'HOLD_FUNDS', reason: random.pick(measureReasons) });
  } else if (dossier.reason === 'FAKE_TRANSACTION' && random.chance(0.5)) {
    course.does(handler, 'takeMeasure', { kind: 'STOP_PAYMENT', reason: random.pick(measureReasons) });
  }
  yield staff(isSimple ? simpleDays(course) : random.around(isUrgent ? 1 : 2.8) * concerned.pace);
  if (!isSimple && random.chance(0.07)) yield* clarify(course);
  if (course.isOver) return;
  if (dossier.type !== 'RIGHTS_PROTECTION' && !course.isBoundForReview && random.chance(0.04)) {
    const [reasonCode, reason] = random.pick(rejections);
    course.does(handler, 'rejectCase', { reasonCode, reason });
    return;
  }
  if (!course.isBoundForReview && random.chance(0.015)) return yield* withdraw(course);
  course.does(handler, 'acceptCase', { complexity: complexityOf(course) });
  if (random.chance(0.3)) course.does(handler, 'postMessage', { text: random.pick(handlerMessages) });
}

/** Days until somebody looks at a simple anomaly: the slow are late more often. */
function simpleDays({ random, concerned }: Course): number {
  return random.weighted([
    [0, 78],
    [1, 14 * concerned.pace],
    [2, 4 * concerned.pace],
    [3, 2 * concerned.pace],
  ] as const);
}

function complexityOf({ random, dossier }: Course): Complexity {
  const isLarge = (dossier.amount ?? 0) > 5000;
  return random.weighted([
    ['LOW', isLarge ? 15 : 45],
    ['MEDIUM', 40],
    ['HIGH', isLarge ? 45 : 12],
  ] as const);
}

/** The fast track: the payment is reversed, and the complainant sees the money. */
function* putRight(course: Course): Journey {
  const { random, dossier, concerned } = course;
  const reversal = {
    kind: 'FULL_REFUND' as const,
    by: 'RESPONDENT' as const,
    amount: yuan(dossier.amount!),
    text: '原路退回',
  };
  course.does(concerned.handler, 'fastTrack', { terms: [termOf(course.state.parties, reversal)] });
  const termId = course.state.terms[0]!.id;
  yield staff(
    random.weighted([
      [0, 90],
      [1, 10],
    ] as const),
  );
  course.does(concerned.handler, 'fulfilTerm', { termId, reference: '渠道冲正成功' });
  if (random.chance(0.04)) return yield* receiveResult(course);
  yield party(random.around(0.25));
  if (course.state.stage === 'EXECUTING') course.does(concerned.complainant, 'confirmTerm', { termId });
  yield* receiveResult(course);
}

function* investigate(course: Course): Journey {
  const { random, dossier, concerned } = course;
  const { handler } = concerned;
  if (course.state.track === 'SIMPLE') {
    course.does(handler, 'leaveFastTrack', { reason: random.pick(leaveReasons) });
  }
  yield staff(
    random.weighted([
      [0, 70],
      [1, 30],
    ] as const),
  );
  course.does(handler, 'startInvestigation', { steps: dossier.steps.map((kind) => ({ kind })) });
  if (random.chance(0.03) && course.state.complexity !== 'HIGH') {
    const explanation = random.pick(reclassifyExplanations);
    course.does(handler, 'reclassifyCase', { complexity: 'HIGH', explanation });
  }
  if (random.chance(0.28)) yield* askForEvidence(course);
  if (course.isOver) return;
  const days = random.around(3.2) * concerned.pace;
  const { steps } = course.state.investigations.at(-1)!;
  for (const [index, step] of steps.entries()) {
    yield staff(Math.round((days * (index + 1)) / steps.length) - Math.round((days * index) / steps.length));
    if (random.chance(0.04))
      course.does(handler, 'waiveInvestigationStep', { stepId: step.id, reason: '已有材料足以说明。' });
    else
      course.does(handler, 'completeInvestigationStep', {
        stepId: step.id,
        result: random.pick(stepResults[step.kind]),
      });
  }
  if (!course.isBoundForReview && random.chance(0.02)) return yield* withdraw(course);
  for (const { id: evidenceId } of course.state.evidence) {
    if (random.chance(0.2)) course.does(handler, 'reviewEvidence', { evidenceId, isAccepted: true });
  }
  const rootCause = random.weighted(dossier.rootCauses);
  const evidenceIds = course.state.evidence.filter(() => random.chance(0.6)).map(({ id }) => id);
  course.does(handler, 'recordFinding', { rootCause, text: random.pick(findings[rootCause]), evidenceIds });
  course.does(handler, 'concludeInvestigation', {});
}

/** Mandatory evidence: the clocks stand still until it comes, or until it lapses. */
function* askForEvidence(course: Course): Journey {
  const { random, dossier, concerned } = course;
  const { complainant, handler } = concerned;
  const type = dossier.lacking;
  const onLapse = random.chance(0.25) ? ('DEEMED_WITHDRAWN' as const) : ('PROCEED_WITHOUT' as const);
  const fromPartyId = course.state.parties[0]!.id;
  course.does(handler, 'requestEvidence', { fromPartyId, types: [type], isMandatory: true, onLapse });
  const { id: requestId } = course.state.evidenceRequests.at(-1)!;
  if (random.chance(0.12)) return yield* waitInVain(course);
  yield party(random.around(2.6));
  // Whoever comes after the last day finds the request lapsed, or the case withdrawn.
  if (course.isOver) return;
  const isOpen = course.state.evidenceRequests.at(-1)!.status === 'OPEN';
  const title = random.pick(evidenceTitles[type]);
  course.hands(complainant, { type, title, requestId: isOpen ? requestId : null });
  if (random.chance(0.3)) course.does(complainant, 'postMessage', { text: random.pick(partyMessages) });
}

function* withdraw(course: Course): Journey {
  yield party(course.random.around(0.6));
  if (!course.isOver)
    course.does(course.concerned.complainant, 'withdrawCase', { reason: course.random.pick(withdrawReasons) });
}
