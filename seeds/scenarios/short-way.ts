import { termOf } from '../builders.js';
import type { Course, Journey } from './course.js';
import { execute, receiveResult } from './execution.js';
import { party, staff } from './pace.js';
import { declineReasons, evidenceTitles, findings, roundReasons, stepResults, withdrawReasons } from './phrases.js';
import { exchange } from './round.js';

/** A way with few detours, for databases of a million cases: about 15 events, three pieces of evidence and 1.6 rounds a case. */
export function* shortWay(course: Course): Journey {
  const { random, dossier, concerned } = course;
  const { complainant, handler } = concerned;
  const pieces = random.weighted([
    [1, 10],
    [2, 24],
    [3, 34],
    [4, 20],
    [5, 12],
  ] as const);
  for (let piece = 0; piece < pieces; piece += 1) {
    const type = dossier.evidence[piece] ?? dossier.lacking;
    course.hands(complainant, { type, title: random.pick(evidenceTitles[type]) });
  }
  yield party(random.around(0.5));
  if (random.chance(0.3)) return withdraw(course);
  yield staff(0);
  course.does(handler, 'assignCase', { handlerId: handler.id });
  yield staff(random.around(1) * concerned.pace);
  course.does(handler, 'acceptCase', { complexity: random.pick(['LOW', 'MEDIUM', 'HIGH']) });
  if (course.state.track === 'SIMPLE') course.does(handler, 'leaveFastTrack', { reason: '需要双方协商。' });
  yield* establish(course);
  yield* talk(course);
}

function withdraw(course: Course): void {
  course.does(course.concerned.complainant, 'withdrawCase', { reason: course.random.pick(withdrawReasons) });
}

/** One step, one finding. */
function* establish(course: Course): Journey {
  const { random, dossier, concerned } = course;
  const { handler } = concerned;
  const kind = dossier.steps[0]!;
  course.does(handler, 'startInvestigation', { steps: [{ kind }] });
  yield staff(random.around(2) * concerned.pace);
  const { id: stepId } = course.state.investigations.at(-1)!.steps[0]!;
  course.does(handler, 'completeInvestigationStep', { stepId, result: random.pick(stepResults[kind]) });
  const rootCause = random.weighted(dossier.rootCauses);
  course.does(handler, 'recordFinding', { rootCause, text: random.pick(findings[rootCause]) });
  course.does(handler, 'concludeInvestigation', {});
}

/** One to four rounds: the complainant settles the matter outside and withdraws, or both agree and keep to it. */
function* talk(course: Course): Journey {
  const { random, concerned } = course;
  const lastRound = random.weighted([
    [1, 20],
    [2, 40],
    [3, 30],
    [4, 10],
  ] as const);
  for (let round = 1; round < lastRound; round += 1) {
    yield* offerInVain(course);
    yield staff(1);
    course.does(concerned.handler, 'openRound', { reason: random.pick(roundReasons) });
  }
  if (!concerned.respondent || random.chance(0.75)) {
    yield party(random.around(2));
    return withdraw(course);
  }
  yield* exchange(course, 3, true);
  if (course.state.stage !== 'EXECUTING') return;
  yield* execute(course);
  yield* receiveResult(course);
}

function* offerInVain(course: Course): Journey {
  const { random, dossier, concerned } = course;
  if (!concerned.respondent || random.chance(0.65)) return yield party(random.around(2));
  yield party(random.around(1));
  const terms = dossier.offer(course.today, random.share() * 0.6).map((vow) => termOf(course.state.parties, vow));
  course.does(concerned.respondent, 'makeProposal', { terms });
  yield party(random.around(1));
  const { id: proposalId, status } = course.state.proposals.at(-1)!;
  if (status === 'LIVE')
    course.does(concerned.complainant, 'declineProposal', { proposalId, reason: random.pick(declineReasons) });
}
