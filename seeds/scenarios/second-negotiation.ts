import type { Person } from '@accord/server/domain/permission';
import type { Course, Journey } from './course.js';
import { exchange } from './round.js';
import { party, staff } from './pace.js';
import { experts, handlersOf } from './people.js';
import { conflictReasons, opinions, refusalReasons, secondGrounds } from './phrases.js';

/** 12378, the financial consumer hotline. */
export const hotlineId = '01900000-0000-7000-8000-000000012378';

/** Experts are asked, and a handler new to the case leads a last round; what is not agreed then ends with a referral. */
export function* negotiateAgain(course: Course): Journey {
  const { random, concerned } = course;
  const from = course.state.stage;
  yield party(random.around(2.5));
  if (course.state.stage !== from || course.state.secondNegotiation) return;
  course.does(concerned.complainant, 'requestSecondNegotiation', { grounds: random.pick(secondGrounds) });
  yield staff(random.between(1, 2));
  yield* seatPanel(course);
  yield staff(random.between(1, 2));
  const leader = handlersOf(course.state.type).find(({ id }) => !course.state.handledBy.includes(id));
  if (!leader || (!course.isBoundForReview && random.chance(0.12))) {
    course.does(concerned.supervisor, 'refuseSecondNegotiation', { reason: random.pick(refusalReasons) });
    return;
  }
  course.does(concerned.supervisor, 'admitSecondNegotiation', { handlerId: leader.id });
  course.isLedBy(leader);
  yield* hearExperts(course);
  yield* exchange(course, 7, random.chance(0.55));
  if (course.state.stage !== 'SECOND_NEGOTIATING') return;
  yield staff(1);
  course.does(leader, 'referCase', { routeId: hotlineId });
  course.does(leader, 'closeUnresolved', {});
}

/** Three experts are seated and declare themselves; who has a conflict of interest leaves the seat to another. */
function* seatPanel(course: Course): Journey {
  const { random, concerned } = course;
  const [first, ...others] = random.shuffled(experts);
  const panel = others.slice(0, 3);
  for (const { id: expertId } of panel) course.does(concerned.supervisor, 'appointExpert', { expertId });
  for (const expert of panel) {
    yield party(random.around(0.3));
    const hasConflict = expert === panel[0] && random.chance(0.2);
    const explanation = hasConflict ? random.pick(conflictReasons) : null;
    course.does(expert, 'declareConflict', { hasConflict, explanation });
    if (!hasConflict) continue;
    yield staff(1);
    const seatId = course.state.seats.find(({ expertId }) => expertId === expert.id)!.id;
    course.does(concerned.supervisor, 'replaceExpert', { seatId, expertId: first!.id, reason: explanation! });
    yield party(0.4);
    course.does(first!, 'declareConflict', { hasConflict: false });
  }
}

/** Each opinion comes sealed; the day after the last one all are read. */
function* hearExperts(course: Course): Journey {
  const { random, concerned } = course;
  const seated = course.state.seats.filter(({ status }) => status === 'CLEAR');
  const slowest = random.between(4, 9);
  for (const [index, { expertId }] of seated.entries()) {
    const before = Math.round((slowest * index) / seated.length);
    yield staff(Math.round((slowest * (index + 1)) / seated.length) - before);
    const expert: Person = experts.find(({ id }) => id === expertId)!;
    course.does(expert, 'submitOpinion', { text: random.pick(opinions) });
  }
  yield staff(1);
  course.does(concerned.supervisor, 'revealOpinions', {});
}
