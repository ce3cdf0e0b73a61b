import { read, type Kind } from './clocks.js';
import type { ModelCase } from './case.js';
import type { Almanac, Day } from './days.js';
import type { Party, Payment, Proposal, Term } from './part.js';
import { open } from './table.js';

/** Leaves the simple track: SIMPLE is called off, unless it is OVER already. */
export function leaveTrack(c: ModelCase): void {
  c.track = 'STANDARD';
  const simple = c.running('SIMPLE');
  if (!simple) return;
  if (read(simple, [], c.today, c.almanac).verdict === 'OVER') c.stop('SIMPLE');
  else c.cancel(simple);
}

export const platformOf = ({ parties }: ModelCase) => parties.find(({ isPlatform }) => isPlatform);

/** Begins the next cycle of the investigation. */
export function investigate(c: ModelCase): void {
  leaveTrack(c);
  c.closeRound('ADJOURNED');
  c.closeWindow();
  c.stage = 'INVESTIGATING';
  c.investigationCount += 1;
  c.investigatedAt = c.tick;
  c.outcome = null;
  c.start('INVESTIGATION');
}

/** An agreement on the whole stands while any of its terms does: a default on the last one leaves nothing of it. */
export function hasAgreement({ terms }: ModelCase): boolean {
  return terms.some(({ isOfPart, status }) => !isOfPart && status !== 'DEFAULTED');
}

/** A case is withdrawn, or deemed so, while there is no agreement on the whole. */
export function canEnd(c: ModelCase): boolean {
  return open.includes(c.stage) && c.stage !== 'EXECUTING' && !hasAgreement(c);
}

export function withdraw(c: ModelCase, outcome: 'WITHDRAWN' | 'DEEMED_WITHDRAWN'): void {
  const { stage, windowEndsOn } = c;
  if (outcome === 'WITHDRAWN' && c.parties.some(({ hasLeft }) => hasLeft)) c.turns.push('LEFT_AS_LAST');
  c.stop('OVERALL');
  const cancelled: Kind[] = c.cancelAllBut('OVERALL');
  c.withdrawnFrom = { stage, windowEndsOn, cancelled, on: c.today };
  c.closeRound('ADJOURNED');
  for (const request of c.requests) {
    if (request.status === 'OPEN') Object.assign(request, { status: 'LAPSED', closedOn: c.today });
  }
  c.clarification = null;
  c.stage = 'WITHDRAWN';
  c.outcome = outcome;
  c.windowEndsOn = outcome === 'DEEMED_WITHDRAWN' ? c.in(10) : null;
}

/** One of several complainants gives up for oneself: the case goes on with the others. */
export function leave(c: ModelCase, party: Party): void {
  const others = c.complainants(party);
  if (canEnd(c) && others.every(({ isUnreachable }) => isUnreachable)) {
    // Days on which this one could be reached were no notice that the case would end.
    for (const each of others.filter(({ silenceEndsOn }) => silenceEndsOn! < c.today)) {
      each.silenceEndsOn = c.in(5);
      c.turns.push('NOTICED_ANEW');
    }
  }
  for (const proposal of c.live()) {
    if (proposal.authorId === party.id || concerned(proposal).includes(party.id)) proposal.status = 'LAPSED';
  }
  for (const request of c.requests) {
    const isOpen = request.partyId === party.id && request.status === 'OPEN';
    if (isOpen) Object.assign(request, { status: 'LAPSED', closedOn: c.today });
  }
  party.hasLeft = true;
  c.turns.push('LEFT');
}

/** The complainant whose silence ended the case is heard of again. */
function comeBack(c: ModelCase): void {
  const { stage, windowEndsOn, cancelled, on } = c.withdrawnFrom!;
  Object.assign(c, { stage, windowEndsOn, outcome: null, withdrawnFrom: null });
  c.runOn('OVERALL');
  cancelled.forEach((kind) => c.start(kind));
  // It waits for an answer again, though it was withdrawn while a question was open.
  if (stage === 'SUBMITTED' && !c.running('RESPONSE')) c.start('RESPONSE');
  // Nobody could give an opinion meanwhile: who was not late before has ten working days again.
  for (const seat of stage === 'EXPERT_REVIEW' ? c.seats : []) {
    const isAwaited = (seat.status === 'APPOINTED' || seat.status === 'CLEAR') && !seat.hasOpinion;
    if (isAwaited && seat.opinionDueOn! >= on) seat.opinionDueOn = c.in(10);
  }
  if (stage === 'NEGOTIATING' || stage === 'SECOND_NEGOTIATING') c.rounds.at(-1)!.result = null;
}

/** Who has left handles nothing; somebody who is not active is not found. */
export function leftGuard({ left }: ModelCase, handlerId: unknown): string | null {
  const how = left.get(handlerId as string);
  return how ? (how === 'AWAY' ? 'NOT_FOUND' : 'NOT_A_HANDLER') : null;
}

export function reject(c: ModelCase): void {
  c.stop('RESPONSE');
  c.stop('OVERALL');
  c.cancelAllBut('OVERALL');
  c.clarification = null;
  c.stage = 'REJECTED';
  c.outcome = 'REJECTED';
  c.openWindow();
}

/** Every term is fulfilled or in force: the case is resolved. */
export function resolveIfDone(c: ModelCase): void {
  const done = ['FULFILLED', 'IN_FORCE', 'DEFAULTED'];
  if (c.stage !== 'EXECUTING' || !c.terms.every(({ status }) => done.includes(status))) return;
  c.stage = 'RESOLVED';
  // What was put right on the fast track stays so, whatever the case is called by now.
  c.outcome = c.proposals.some(({ status }) => status === 'ACCEPTED') ? 'SETTLED' : 'FAST_TRACKED';
  c.stop('SIMPLE');
  c.stop('OVERALL');
  c.openWindow();
}

/** The payments of a plan; a deferment is a plan of one. */
export function paymentsOf(term: Term): Pick<Payment, 'dueOn' | 'isPaid' | 'uncontestedOn'>[] {
  if (term.kind !== 'DEFERMENT') return term.instalments;
  return [Object.assign(term, { isPaid: term.status === 'FULFILLED' })];
}

/** What is still owed of a plan stands on a working day; nothing moves to a day that is over. */
export function followCalendar(term: Term, payment: Payment, almanac: Almanac, on: Day): void {
  const dueOn = almanac.from(payment.nominalOn);
  if (dueOn >= on) payment.dueOn = dueOn;
  // A plan is due with its last payment.
  term.dueOn = term.instalments.at(-1)!.dueOn;
}

export function pay(term: Term, payment: Pick<Payment, 'isPaid' | 'uncontestedOn'>): void {
  Object.assign(payment, { isPaid: true, uncontestedOn: null });
  if (term.kind === 'DEFERMENT' || term.instalments.every(({ isPaid }) => isPaid)) term.status = 'FULFILLED';
}

export function close(c: ModelCase): void {
  c.stage = 'CLOSED';
  c.closeWindow();
}

/** Ends a case that could not be solved, never without a route to go on. */
export function leaveUnresolved(c: ModelCase, defaultRoute: string): void {
  if (c.referredTo.length === 0) c.referredTo.push(defaultRoute);
  c.closeRound('NOT_AGREED');
  c.stop('SECOND_NEGOTIATION');
  c.stop('OVERALL');
  c.stage = 'UNRESOLVED';
  c.outcome = c.terms.some(({ status }) => status !== 'DEFAULTED') ? 'PARTLY_SETTLED' : 'NOT_SETTLED';
  c.openWindow();
}

/** Ends a second negotiation without a new result: the case is back where it came from. */
export function backFromSecond(c: ModelCase, status: 'REFUSED' | 'WITHDRAWN' | 'ADMITTED'): void {
  const second = c.second!;
  second.status = status;
  c.stage = second.from;
  c.outcome = second.outcomeBefore;
  for (const seat of c.seats) if (seat.status === 'APPOINTED' || seat.status === 'CLEAR') seat.status = 'RELEASED';
  if (second.from === 'RESOLVED') c.stop('OVERALL');
}

/** Whose consent a proposal needs: exactly its obligors and beneficiaries. */
export function concerned({ terms }: Pick<Proposal, 'terms'>): string[] {
  return [...new Set(terms.flatMap(({ obligorId, beneficiaryId }) => [obligorId, beneficiaryId]))];
}

const inForce = ['INSTALMENT_PLAN', 'DEFERMENT'];

export function agreeIfAll(c: ModelCase, proposal: Proposal): void {
  if (!concerned(proposal).every((id) => proposal.answers.get(id) === 'ACCEPTED')) return;
  proposal.status = 'ACCEPTED';
  const complainants = c.complainants();
  const isOfAll = complainants.every(({ id }) => concerned(proposal).includes(id));
  if (complainants.length > 1) c.turns.push(isOfAll ? 'AGREED_BY_ALL' : 'AGREED_BY_SOME');
  for (const term of proposal.terms) {
    term.status = inForce.includes(term.kind) ? 'IN_FORCE' : 'OPEN';
    // Where no date is named the days count from the agreement.
    if (term.dueIn !== null) term.dueOn = c.in(term.dueIn);
    // A plan drafted under an earlier calendar comes into force under this one.
    for (const payment of term.instalments) followCalendar(term, payment, c.almanac, c.today);
    c.terms.push(term);
  }
  if (proposal.settlesPart) return;
  c.closeRound('AGREED');
  c.stop('FIRST_NEGOTIATION');
  c.stop('SECOND_NEGOTIATION');
  c.stage = 'EXECUTING';
  resolveIfDone(c);
}

/** First aid is for an open case: what ends the case ends it. */
export function endMeasures(c: ModelCase): void {
  if (open.includes(c.stage)) return;
  for (const each of c.measures) if (each.endsOn >= c.today) each.liftedOn ??= c.today;
}

/** Counts what was tried in vain to reach a party: three working days, two channels. */
export function tryInVain(c: ModelCase, party: Party, channel: string): void {
  party.attempts.push({ on: c.today, channel });
  const tries = party.attempts.filter(({ on }) => c.almanac.isWorkingDay(on));
  const isTried = new Set(tries.map(({ on }) => on)).size >= 3 && new Set(tries.map((each) => each.channel)).size >= 2;
  if (party.isUnreachable || !isTried) return;
  party.isUnreachable = true;
  party.silenceEndsOn = party.side === 'COMPLAINANT' ? c.in(5) : null;
}

/** Nothing is asked of a party that has left. */
export function presentGuard(c: ModelCase, id: unknown): string | null {
  const party = c.party(id as string);
  return !party ? 'NOT_FOUND' : party.hasLeft ? 'PARTY_LEFT' : null;
}

/** Any act of a party ends its silence. */
export function hear(party: Party): void {
  Object.assign(party, { isUnreachable: false, silenceEndsOn: null, attempts: [] });
}

/** Whether words and evidence are taken at this stage from this side, and what they bring about. */
export function wordsGuard(c: ModelCase, isComplainant: boolean): string | null {
  if (c.stage === 'WITHDRAWN') {
    if (c.outcome !== 'DEEMED_WITHDRAWN' || !isComplainant) return 'WRONG_STAGE';
    return c.windowEndsOn! < c.today ? 'WINDOW_PASSED' : null;
  }
  return null;
}
export function comeBackIf(c: ModelCase): void {
  if (c.stage === 'WITHDRAWN') comeBack(c);
}
