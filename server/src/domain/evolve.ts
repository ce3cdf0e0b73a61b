import { acceptanceEvolution } from './acceptance.js';
import { assignmentEvolution, noteHandling } from './assignment.js';
import { automaticCheckEvolution } from './automatic-check.js';
import { calendarRevisionEvolution } from './calendar-revision.js';
import { canonicalJson, sha256 } from './canonical-json.js';
import { countsFrom, newEvent } from './case-event.js';
import type { AnyCaseEvent, AnyNewCaseEvent, CaseEvent, CaseEventType } from './case-event.js';
import { unfiledCase } from './case.js';
import type { CaseState, Id } from './case.js';
import { applyClockChange, changeClocks } from './clock-change.js';
import { clarificationEvolution } from './clarification.js';
import { closingEvolution, windowLapsedMeanwhile } from './closing.js';
import { compensationEvolution } from './compensation.js';
import { settleDeadlines } from './deadline.js';
import { contactDataEvolution } from './contact-data.js';
import { contactAttemptEvolution } from './contact-attempt.js';
import { daysFromToday } from './decision.js';
import type { Deciding } from './decision.js';
import { defaultEvolution } from './default.js';
import { answeredRequest, evidenceEvolution } from './evidence.js';
import { expertOpinionEvolution } from './expert-opinion.js';
import { expertPanelEvolution } from './expert-panel.js';
import { filingEvolution } from './filing.js';
import { importedCaseEvolution } from './imported-case.js';
import { instalmentEvolution, movedInstalments } from './instalment.js';
import { investigationEvolution } from './investigation.js';
import { leavingEvolution } from './leaving.js';
import { measureEvolution, measuresEnded } from './measure.js';
import { meetingEvolution } from './meeting.js';
import { messageEvolution } from './message.js';
import { movementEvolution } from './movement.js';
import { negotiationRoundEvolution } from './negotiation-round.js';
import { noteEvolution } from './note.js';
import { overdueEvolution } from './overdue.js';
import { objectionEvolution } from './objection.js';
import { partyEvolution } from './party.js';
import { pauseCapEvolution } from './pause-cap.js';
import { consentMissing, proposalEvolution } from './proposal.js';
import { ratingEvolution } from './rating.js';
import { referralEvolution } from './referral.js';
import { reopeningEvolution } from './reopening.js';
import { reviewEvolution } from './review.js';
import { secondNegotiationEvolution } from './second-negotiation.js';
import { areTermsKept, settlementEvolution } from './settlement.js';
import { hear, reached, silenceEvolution } from './silence.js';
import { isOpen } from './stage.js';
import { dueDatesAgreed } from './term.js';
import { holdFrom } from './time-share.js';
import { transactionEvolution } from './transaction.js';

type Evolve<T extends CaseEventType> = (state: CaseState, event: CaseEvent<T>) => void;

/** What events do to the case, by type; each noun's file holds its own. */
export type Evolution = { [T in CaseEventType]?: Evolve<T> };

const evolution: { [T in CaseEventType]: Evolve<T> } = {
  ...filingEvolution,
  ...importedCaseEvolution,
  ...assignmentEvolution,
  ...acceptanceEvolution,
  ...automaticCheckEvolution,
  ...clarificationEvolution,
  ...investigationEvolution,
  ...evidenceEvolution,
  ...negotiationRoundEvolution,
  ...meetingEvolution,
  ...messageEvolution,
  ...noteEvolution,
  ...contactAttemptEvolution,
  ...contactDataEvolution,
  ...partyEvolution,
  ...leavingEvolution,
  ...silenceEvolution,
  ...proposalEvolution,
  ...compensationEvolution,
  ...settlementEvolution,
  ...movementEvolution,
  ...pauseCapEvolution,
  ...instalmentEvolution,
  ...calendarRevisionEvolution,
  ...overdueEvolution,
  ...transactionEvolution,
  ...measureEvolution,
  ...referralEvolution,
  ...closingEvolution,
  ...ratingEvolution,
  ...reviewEvolution,
  ...objectionEvolution,
  ...reopeningEvolution,
  ...defaultEvolution,
  ...secondNegotiationEvolution,
  ...expertPanelEvolution,
  ...expertOpinionEvolution,
} as { [T in CaseEventType]: Evolve<T> };

/** Everything that can happen to a case. */
export const caseEventTypes = Object.keys(evolution) as readonly CaseEventType[];

/** Rises with every version in which the same events fold to another state; cases that were folded before are folded anew. */
export const foldVersion = 6;

/** The case that these events tell. */
export function foldOf(id: Id, events: readonly AnyCaseEvent[]): CaseState {
  const state = unfiledCase(id);
  for (const event of events) evolve(state, event);
  return state;
}

/** Applies a recorded event to the case, in place: the fold that rebuilds everything stored from the log. */
export function evolve(state: CaseState, event: AnyCaseEvent): void {
  applyToNoun(state, event);
  for (const change of event.clocks) applyClockChange(state, change, countsFrom(event));
  settle(state, event);
}

/**
 * Gives decided events their place in the log, with what follows from them (a settlement once everyone has consented,
 * a resolution once every term is kept), and applies them to the case, in place.
 */
export function record(state: CaseState, decided: AnyNewCaseEvent[], deciding: Deciding): AnyCaseEvent[] {
  const recorded: AnyCaseEvent[] = [];
  const wasOpen = isOpen(state.stage);
  for (let queue = decided; queue.length > 0; queue = derivedEvents(state, wasOpen, recorded, deciding)) {
    for (const event of queue) recorded.push(recordOne(state, event, deciding));
  }
  return recorded;
}

/** What nobody commands: the end of a silence, and the transitions that are derived (product page, Stages). */
function derivedEvents(
  state: CaseState,
  wasOpen: boolean,
  since: readonly AnyCaseEvent[],
  deciding: Deciding,
): AnyNewCaseEvent[] {
  // For all parties, though what answered it may be for one: a clock that runs again hides from nobody.
  const answered = answeredRequest(state);
  if (answered) return [newEvent('EvidenceRequestAnswered', { requestId: answered.id })];
  const heard = reached(state, deciding.actor.partyId);
  if (heard.length > 0) return heard;
  const agreed = state.proposals.find((each) => each.status === 'LIVE' && consentMissing(each).length === 0);
  if (agreed) {
    const { id: proposalId, settlesPart, terms } = agreed;
    return [newEvent('SettlementReached', { proposalId, settlesPart, dueDates: dueDatesAgreed(terms, deciding) })];
  }
  // A plan drafted under an earlier calendar comes into force under this one.
  const moved = movedInstalments(state, deciding);
  if (moved.length > 0) return moved;
  if (state.stage === 'EXECUTING' && areTermsKept(state)) {
    const isFastTracked = state.terms.every((term) => term.proposalId === null);
    const windowEndsOn = daysFromToday(deciding, deciding.policy.windowWorkingDays);
    return [newEvent('CaseResolved', { outcome: isFastTracked ? 'FAST_TRACKED' : 'SETTLED', windowEndsOn })];
  }
  const lapsed = windowLapsedMeanwhile(state, since, deciding);
  if (lapsed.length > 0) return lapsed;
  // What acts later on a case that has ended, as of a day before, ends no measure that ended by itself.
  return wasOpen ? measuresEnded(state, deciding.today) : [];
}

function recordOne(state: CaseState, event: AnyNewCaseEvent, deciding: Deciding): AnyCaseEvent {
  const before = { track: state.track, stage: state.stage };
  const chain = state.chains[event.audience] ?? { number: 0, hash: '' };
  const recorded = {
    ...event,
    id: deciding.newId(),
    caseId: state.id,
    number: chain.number + 1,
    caseVersion: event.audience === 'PARTIES' ? state.version + 1 : state.version,
    at: deciding.now,
    effectiveOn: deciding.today,
    actor: deciding.actor,
    clocks: [],
    hash: '',
  } as AnyCaseEvent;
  applyToNoun(state, recorded);
  recorded.clocks = changeClocks(state, recorded, before, deciding);
  recorded.hash = eventHash(chain.hash, recorded);
  settle(state, recorded);
  return recorded;
}

/** The link of an audience's chain: changing, dropping, swapping or inserting an event changes every later hash. */
export function eventHash(previousHash: string, event: AnyCaseEvent): string {
  const { hash: _, ...content } = event;
  return sha256(previousHash + canonicalJson(content));
}

function applyToNoun(state: CaseState, event: AnyCaseEvent): void {
  (evolution[event.type] as Evolve<CaseEventType>)(state, { ...event, at: countsFrom(event) });
  hear(state, event);
}

function settle(state: CaseState, event: AnyCaseEvent): void {
  state.chains[event.audience] = { number: event.number, hash: event.hash };
  if (event.caseVersion > state.version) state.updatedAt = event.at;
  state.version = event.caseVersion;
  state.lastEventAt = event.at;
  // Who gave a reason acted in the handler's place.
  if (event.actor.reason) noteHandling(state, event.actor.personId!);
  holdFrom(state, event.effectiveOn);
  settleDeadlines(state, event.deadline && { ...event.deadline, actedAt: event.at });
}
