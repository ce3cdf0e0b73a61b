import type { Course, Journey } from './course.js';
import { party, staff } from './pace.js';
import { clarificationAnswers, clarificationQuestions, comebackMessages } from './phrases.js';

/** A question before the case is taken on; now and then nobody answers, and the case goes on or ends as the question said. */
export function* clarify(course: Course): Journey {
  const { random, concerned } = course;
  const onLapse = course.isBoundForReview
    ? ('PROCEED_WITHOUT' as const)
    : random.weighted([
        ['PROCEED_WITHOUT', 60],
        ['DEEMED_WITHDRAWN', 25],
        ['REJECT', 15],
      ] as const);
  course.does(concerned.handler, 'requestClarification', { question: random.pick(clarificationQuestions), onLapse });
  if (random.chance(0.15)) yield staff(6);
  else {
    yield party(Math.min(4, random.around(1.4)));
    course.does(concerned.complainant, 'answerClarification', { text: random.pick(clarificationAnswers) });
    yield staff(random.around(1));
  }
}

/** Mandatory evidence does not come. Some cannot even be reached: after a notice and five days the case ends, and a few come back. */
export function* waitInVain(course: Course): Journey {
  const { random, concerned } = course;
  yield staff(6);
  if (course.isOver || course.isBoundForReview || !random.chance(0.5)) return;
  const partyId = course.state.parties[0]!.id;
  for (const channel of ['PHONE', 'MESSAGE', 'PHONE'] as const) {
    course.does(concerned.handler, 'recordContactAttempt', { partyId, channel, isReached: false, note: '无人应答' });
    yield staff(1);
  }
  if (random.chance(0.4)) return yield* answerAtLast(course);
  yield staff(6);
  if (course.state.stage !== 'WITHDRAWN' || !random.chance(0.4)) return;
  yield party(random.between(1, 8));
  yield* answerAtLast(course);
}

function* answerAtLast(course: Course): Journey {
  course.does(course.concerned.complainant, 'postMessage', { text: course.random.pick(comebackMessages) });
  yield staff(1);
}
