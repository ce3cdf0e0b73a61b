import type { Course, Journey } from './course.js';
import { execute, receiveResult } from './execution.js';
import { lookAgain } from './investigation.js';
import { exchange } from './round.js';
import { doubtResult } from './objection.js';
import { staff } from './pace.js';
import { impasseReasons } from './phrases.js';
import { negotiateAgain } from './second-negotiation.js';

/** What ended badly goes on: a word that was broken, a result that is objected to, experts who are asked. */
export function* takeUpAgain(course: Course): Journey {
  const { random } = course;
  if (course.state.stage === 'RESOLVED' && random.chance(0.02) && (yield* doubtResult(course)))
    return yield* goOn(course);
  if (course.state.stage === 'INVESTIGATING') return yield* goOn(course);
  if (course.state.stage === 'RESOLVED' && course.concerned.respondent && random.chance(0.01)) {
    yield* negotiateAgain(course);
    yield* execute(course);
  }
}

/** The same road once more, shorter. */
function* goOn(course: Course): Journey {
  const { random, concerned } = course;
  yield staff(1);
  yield* lookAgain(course);
  yield* exchange(course, 4, random.chance(0.85));
  if (course.state.stage === 'NEGOTIATING') {
    yield staff(1);
    course.does(concerned.handler, 'declareImpasse', { reason: random.pick(impasseReasons) });
    return;
  }
  yield* execute(course);
  yield* receiveResult(course);
}
