import type { Id } from '@accord/server/domain/case';
import type { Course, Journey } from './course.js';
import { party, staff } from './pace.js';

/** What was promised does not come; five working days past its last day the complainant says so, and the case is investigated again. */
export function* breakWord(course: Course, termId: Id): Journey {
  const { concerned } = course;
  yield staff(10);
  yield party(0.5);
  const { status, beneficiaryId } = course.state.terms.find(({ id }) => id === termId)!;
  const beneficiary = course.state.parties.find(({ id }) => id === beneficiaryId)!;
  const person = beneficiary.memberIds.includes(concerned.complainant.id)
    ? concerned.complainant
    : concerned.respondent!;
  if (status === 'OPEN') course.does(person, 'reportDefault', { termId });
}
