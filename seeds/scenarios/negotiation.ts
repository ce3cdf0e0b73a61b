import type { Course, Journey } from './course.js';
import { doubtFinding } from './objection.js';
import { lookAgain } from './investigation.js';
import { exchange } from './round.js';
import { party, staff } from './pace.js';
import { negotiateAgain } from './second-negotiation.js';
import {
  deepeningReasons,
  handlerMessages,
  impasseReasons,
  positions,
  roundReasons,
  withdrawReasons,
} from './phrases.js';

/** Rounds until the parties agree, one withdraws, or nothing is left to say. */
export function* negotiate(course: Course): Journey {
  const { random, concerned } = course;
  const lastRound = course.isBoundForReview
    ? 1
    : random.weighted([
        [1, 64],
        [2, 27],
        [3, 9],
      ] as const);
  const isAgreed = concerned.respondent !== null && !course.isBoundForReview && random.chance(0.935);
  if (concerned.respondent && random.chance(0.3)) {
    yield party(random.around(0.8));
    course.does(concerned.respondent, 'statePosition', { text: random.pick(positions) });
  }
  yield* doubtFinding(course);
  // Rarely one drags on: a party travels, a merchant closes, a file lies.
  const drag = random.chance(0.09) ? 2.4 : 1;
  const days = (3.5 + random.around(6.2)) * (0.55 + 0.45 * concerned.pace) * drag;
  for (let round = 1; round <= lastRound; round++) {
    if (round > 1) {
      yield staff(
        random.weighted([
          [0, 55],
          [1, 45],
        ] as const),
      );
      course.does(concerned.handler, 'openRound', { reason: random.pick(roundReasons) });
    }
    if (!course.isBoundForReview && random.chance(0.012)) {
      yield party(1);
      course.does(concerned.complainant, 'withdrawCase', { reason: random.pick(withdrawReasons) });
      return;
    }
    yield* exchange(course, days / lastRound, isAgreed && round === lastRound);
    if (course.state.stage !== 'NEGOTIATING') return;
  }
  yield staff(random.around(1));
  course.does(concerned.handler, 'declareImpasse', { reason: random.pick(impasseReasons) });
  if (concerned.respondent && !course.isBoundForReview && random.chance(0.3)) return yield* deepen(course);
  if (concerned.respondent && (course.isBoundForReview || random.chance(0.4))) yield* negotiateAgain(course);
  if (course.state.stage === 'IMPASSE') yield* partWays(course);
}

/** Nothing is lost yet: the handler looks into it once more, and most agree then. */
function* deepen(course: Course): Journey {
  const { random, concerned } = course;
  yield staff(random.around(1.5));
  course.does(concerned.handler, 'deepenInvestigation', { reason: random.pick(deepeningReasons) });
  yield* lookAgain(course);
  yield* exchange(course, 4, random.chance(0.75));
  if (course.state.stage !== 'NEGOTIATING') return;
  yield staff(1);
  course.does(concerned.handler, 'declareImpasse', { reason: random.pick(impasseReasons) });
  yield* partWays(course);
}

/** After an impasse: told where to go, the parties confirm, or the window closes by itself. */
function* partWays(course: Course): Journey {
  const { random, concerned } = course;
  yield staff(1);
  course.does(concerned.handler, 'postMessage', { text: random.pick(handlerMessages) });
  if (!random.chance(0.4) || !concerned.respondent) return yield staff(12);
  for (const person of [concerned.respondent, concerned.complainant]) {
    yield party(random.around(2));
    if (course.state.stage !== 'IMPASSE') return;
    course.does(person, 'confirmResult', {});
  }
  yield staff(1);
  if (course.state.stage === 'IMPASSE') course.does(concerned.handler, 'closeUnresolved', {});
}
