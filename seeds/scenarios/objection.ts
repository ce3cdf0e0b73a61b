import type { Course, Journey } from './course.js';
import { lookAgain } from './investigation.js';
import { party, staff } from './pace.js';
import { dismissals, findingObjections, lateEvidenceReasons, resultObjections, upheldReasons } from './phrases.js';

/** A finding is doubted, or new evidence turns up: in both cases it may be looked into again. */
export function* doubtFinding(course: Course): Journey {
  const { random, concerned, dossier } = course;
  if (course.isBoundForReview) return;
  if (random.chance(0.02)) {
    yield party(random.around(1));
    course.hands(concerned.complainant, { type: dossier.lacking, title: '新找到的材料' });
    yield staff(1);
    if (course.state.stage !== 'NEGOTIATING') return;
    course.does(concerned.handler, 'deepenInvestigation', { reason: random.pick(lateEvidenceReasons) });
    return yield* lookAgain(course);
  }
  if (!concerned.respondent || !random.chance(0.03)) return;
  yield party(random.around(0.7));
  const subjectId = course.state.investigations.at(-1)!.findings.at(-1)!.id;
  const grounds = random.pick(findingObjections);
  course.does(concerned.respondent, 'raiseObjection', { against: 'FINDING', subjectId, grounds });
  const isUpheld = yield* decide(course, 'DEEPEN_INVESTIGATION', 0.35);
  if (isUpheld) yield* lookAgain(course);
}

/** The result is objected to; upheld, the case is taken up again. Tells whether it is. */
export function* doubtResult(course: Course): Journey<boolean> {
  const { random, concerned } = course;
  yield party(random.around(2.5));
  if (course.state.stage !== 'RESOLVED') return false;
  const grounds = random.pick(resultObjections);
  course.does(concerned.complainant, 'raiseObjection', { against: 'RESULT', grounds });
  return yield* decide(course, 'REOPEN', 0.4);
}

/** The supervisor decides within some days; tells whether the objection was upheld. */
function* decide(course: Course, effect: 'DEEPEN_INVESTIGATION' | 'REOPEN', chance: number): Journey<boolean> {
  const { random, concerned } = course;
  yield staff(random.between(1, 4));
  const { id: objectionId } = course.state.objections.at(-1)!;
  const isUpheld = random.chance(chance);
  const answer = isUpheld
    ? { decision: 'UPHELD' as const, effect, reason: random.pick(upheldReasons) }
    : { decision: 'DISMISSED' as const, effect: 'NONE' as const, reason: random.pick(dismissals) };
  course.does(concerned.supervisor, 'decideObjection', { objectionId, ...answer });
  return isUpheld;
}
