import type { Id } from '@accord/server/domain/case';
import type { Person } from '@accord/server/domain/permission';
import type { Course, Journey } from './course.js';
import { party, staff } from './pace.js';
import { breakWord } from './default.js';
import { ratings, references } from './phrases.js';

/** Every term is carried out by who owes it, and confirmed or not contested by who it serves. */
export function* execute(course: Course): Journey {
  const { random, concerned } = course;
  const terms = course.state.terms.filter(({ status }) => status === 'OPEN');
  const isLate = random.chance(0.08);
  if (terms.length === 1 && terms[0]!.amount && random.chance(0.04)) return yield* breakWord(course, terms[0]!.id);
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
  if (course.state.stage !== 'RESOLVED') return;
  yield* rate(course);
  if (!random.chance(0.3)) return;
  for (const person of [concerned.complainant, concerned.respondent!]) {
    yield party(random.around(2.5));
    if (course.state.stage !== 'RESOLVED') return;
    course.does(person, 'confirmResult', {});
  }
  yield staff(random.around(1));
  if (course.state.stage === 'RESOLVED') course.does(concerned.handler, 'closeCase', {});
}

/** Who cares says how it was; the later it ended, the worse. */
function* rate(course: Course): Journey {
  const { random, concerned, state } = course;
  const overall = state.clocks.findLast(({ kind }) => kind === 'OVERALL')!;
  const patience = overall.verdict === 'OVER' ? 2 : (overall.counted ?? 0) > 15 ? 3 : 4;
  const rated = random.chance(0.5) ? [concerned.complainant] : [];
  if (concerned.respondent && random.chance(0.2)) rated.push(concerned.respondent);
  for (const person of rated) {
    yield party(random.around(1));
    const isRated = state.ratings.some(({ partyId }) =>
      state.parties.some((own) => own.id === partyId && own.memberIds.includes(person.id)),
    );
    if (isRated) continue;
    const score = Math.min(5, Math.max(1, patience + random.between(-1, 1)));
    course.does(person, 'rateCase', {
      score,
      text: random.chance(0.4) ? random.pick(ratings[score >= 4 ? 'content' : 'discontent']) : null,
    });
  }
}

function memberOf({ state, concerned }: Course, partyId: Id): Person {
  const { memberIds } = state.parties.find(({ id }) => id === partyId)!;
  return memberIds.includes(concerned.complainant.id) ? concerned.complainant : concerned.respondent!;
}
