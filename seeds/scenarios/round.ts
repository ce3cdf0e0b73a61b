import type { Proposal } from '@accord/server/domain/proposal';
import type { Person } from '@accord/server/domain/permission';
import { dueDate, startOfDay } from '@accord/server/domain/working-calendar';
import { termOf } from '../builders.js';
import type { Course, Journey } from './course.js';
import { amends } from './offer.js';
import { party, staff } from './pace.js';
import { declineReasons, minutesOfMeeting, partyMessages } from './phrases.js';

/** What one round is: words, perhaps a meeting, an offer and answers. */
export function* exchange(course: Course, days: number, isAgreed: boolean): Journey {
  yield* meet(course, days);
  yield* bargain(course, days, isAgreed);
}

/** In two rounds of three somebody talks before anything is offered. */
function* meet(course: Course, days: number): Journey {
  const { random, concerned, calendar } = course;
  yield staff(days * 0.15);
  if (random.chance(0.4)) say(course, concerned.complainant);
  if (random.chance(0.35) && concerned.respondent) say(course, concerned.respondent);
  if (!random.chance(0.62) || !concerned.respondent) return yield staff(days * 0.3);
  const { dueOn } = dueDate(calendar, course.today, Math.max(1, Math.round(days * 0.25)));
  const halfHours = random.between(19, 33);
  const scheduledAt = new Date(startOfDay(dueOn).getTime() + halfHours * 1_800_000).toISOString();
  const mode = random.weighted([
    ['ONLINE', 60],
    ['PHONE', 32],
    ['OFFLINE', 8],
  ] as const);
  const place = mode === 'OFFLINE' ? '客户服务中心二楼调解室' : null;
  course.does(concerned.handler, 'scheduleMeeting', { mode, scheduledAt, place });
  yield { who: 'MEETING', at: scheduledAt };
  const attendeePartyIds = course.state.parties.map(({ id }) => id);
  const { id: meetingId } = course.state.meetings.at(-1)!;
  const minutes = random.pick(minutesOfMeeting);
  course.does(concerned.handler, 'recordMeeting', { meetingId, heldAt: scheduledAt, minutes, attendeePartyIds });
}

function say(course: Course, person: Person): void {
  course.does(person, 'postMessage', { text: course.random.pick(partyMessages) });
}

/** An offer, perhaps a counter-offer, and answers. */
function* bargain(course: Course, days: number, isAgreed: boolean): Journey {
  const { random, concerned } = course;
  const { complainant, respondent, handler } = concerned;
  if (!respondent) return yield staff(days * 0.4);
  yield staff(days * 0.15);
  let generosity = random.share() * 0.6;
  let proposal = offer(
    course,
    random.weighted([
      [handler, 52],
      [respondent, 33],
      [complainant, 15],
    ] as const),
    generosity,
  );
  if (random.chance(0.3)) {
    yield party(days * 0.2);
    generosity += 0.35;
    const parentId = proposal.status === 'LIVE' ? proposal.id : null;
    proposal = offer(course, complainant, generosity, parentId);
  }
  if (!isAgreed) return yield* refuse(course, proposal);
  for (const person of [respondent, complainant]) {
    yield party(Math.min(4, random.around(days * 0.16 + 0.3)));
    if (proposal.status !== 'LIVE') {
      // Nobody answered in time: the handler offers it once more, and is answered within hours.
      yield staff(0);
      proposal = offer(course, handler, generosity);
      yield party(0.1);
    }
    accept(course, person, proposal);
    if (!isUnderWay(course)) return;
  }
  yield party(0.2);
  accept(course, respondent, proposal);
}

function offer(course: Course, person: Person, generosity: number, parentId: string | null = null): Proposal {
  // What is paid already is not given back twice.
  const isPaid = course.state.terms.some(({ amount, status }) => amount !== null && status !== 'DEFAULTED');
  const vows = isPaid ? amends(course.random) : course.dossier.offer(course.today, generosity);
  const terms = vows.map((vow) => termOf(course.state.parties, vow));
  const findingIds = course.random.chance(0.5) ? course.state.investigations.at(-1)!.findings.map(({ id }) => id) : [];
  course.does(person, 'makeProposal', { terms, parentId, findingIds });
  return course.state.proposals.at(-1)!;
}

/** Consents, unless that was done before. */
function accept(course: Course, person: Person, { id, hash, responses }: Proposal): void {
  const party = course.state.parties.find(({ memberIds }) => memberIds.includes(person.id))!;
  if (!responses.some(({ partyId }) => partyId === party.id))
    course.does(person, 'acceptProposal', { proposalId: id, contentHash: hash });
}

/** Somebody says no; or nobody says anything, and the offer lapses. */
function* refuse(course: Course, proposal: Proposal): Journey {
  const { random, concerned } = course;
  if (random.chance(0.3)) return yield staff(6);
  yield party(random.around(1.2));
  if (proposal.status !== 'LIVE') return;
  const author = course.state.parties.find(({ id }) => id === proposal.authorPartyId);
  const isOwn = author?.memberIds.includes(concerned.complainant.id) ?? false;
  const person = isOwn ? concerned.respondent! : concerned.complainant;
  course.does(person, 'declineProposal', { proposalId: proposal.id, reason: random.pick(declineReasons) });
}

function isUnderWay({ state }: Course): boolean {
  return state.stage === 'NEGOTIATING' || state.stage === 'SECOND_NEGOTIATING';
}
