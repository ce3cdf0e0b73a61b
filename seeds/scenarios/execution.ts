import type { Id } from '@accord/server/domain/case';
import type { Person } from '@accord/server/domain/permission';
import type { Course, Journey } from './course.js';
import { party, staff } from './pace.js';
import { references } from './phrases.js';

/** Every term is carried out by who owes it, and confirmed or not contested by who it serves. */
export function* execute(course: Course): Journey {
  const { random, concerned } = course;
  const terms = course.state.terms.filter(({ status }) => status === 'OPEN');
  const isLate = random.chance(0.08);
  for (const { id: termId, kind, obligorId } of terms) {
    const obligor = memberOf(course, obligorId);
    const days = random.around(isLate ? 8 : 1.9);
    yield obligor.partyKind === 'PLATFORM' ? staff(days) : party(days);
    course.does(obligor, 'fulfilTerm', { termId, reference: random.pick(references) });
    if (kind === 'RESEND_GOODS' && course.state.transaction) {
      yield staff(0);
      course.does(concerned.handler, 'updateOrderStatus', { orderStatus: 'SHIPPED' });
    }
  }
  for (const { id: termId, beneficiaryId } of terms) {
    if (random.chance(0.16)) continue;
    yield party(random.around(0.7));
    const status = course.state.terms.find(({ id }) => id === termId)!.status;
    if (status === 'REPORTED') course.does(memberOf(course, beneficiaryId), 'confirmTerm', { termId });
  }
  // What nobody confirmed counts after five working days.
  if (course.state.stage === 'EXECUTING') yield staff(6);
}

/** Some confirm the result, and the handler closes the case; for the others the window does. */
export function* receiveResult(course: Course): Journey {
  const { random, concerned } = course;
  if (!random.chance(0.3)) return;
  for (const person of [concerned.complainant, concerned.respondent!]) {
    yield party(random.around(2.5));
    if (course.state.stage !== 'RESOLVED') return;
    course.does(person, 'confirmResult', {});
  }
  yield staff(random.around(1));
  if (course.state.stage === 'RESOLVED') course.does(concerned.handler, 'closeCase', {});
}

function memberOf({ state, concerned }: Course, partyId: Id): Person {
  const { memberIds } = state.parties.find(({ id }) => id === partyId)!;
  return memberIds.includes(concerned.complainant.id) ? concerned.complainant : concerned.respondent!;
}
