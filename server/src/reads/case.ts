import { assignmentsOfCase } from './assignment.js';
import { actionsOfCase } from './available-action.js';
import { contactAttemptsOfCase, eventsOfCase, messagesOfCase, notesOfCase, revelationsOfCase } from './case-event.js';
import { fileOfCase } from './case-file.js';
import { clarificationRead } from './clarification.js';
import { clockRead, nextDueRead } from './clock.js';
import { completeDossier, dossierOfCase, evidenceOfCase, evidenceRequestsOfCase } from './evidence.js';
import { expertPanelOfCase } from './expert-panel.js';
import {
  children,
  column,
  computed,
  globalId,
  inside,
  instant,
  instantText,
  referenced,
  requiredWords,
  reviewed,
  sql,
  words,
} from './field.js';
import type { Expression, ListRead, TypeRead } from './field.js';
import { investigationRead } from './investigation.js';
import { meetingRead } from './meeting.js';
import { money } from './money.js';
import { negotiationRoundRead, proposalsOfCase } from './negotiation-round.js';
import { objectionRead } from './objection.js';
import { partyRead } from './party.js';
import { automaticChecksOfCase, paymentRecordsOfCase } from './payment-record.js';
import { personRead, teamRead } from './person.js';
import { ratingsOfCase } from './rating.js';
import { reviewsOfCase } from './review.js';
import { referralRead } from './referral.js';
import { isAudible, visibleAmong } from './scope.js';
import { timeAttributionOfCase } from './time-share.js';
import { compensationAllowedOfCase, movementRead, settlementOfCase } from './settlement.js';
import { transactionRead } from './transaction.js';

const measureRead: TypeRead = {
  name: 'Measure',
  fields: {
    id: globalId('measure'),
    kind: column('kind'),
    reason: requiredWords('reason_text_id'),
    takenAt: instant('taken_at'),
    endsOn: column('ends_on'),
    liftedAt: instant('lifted_at'),
  },
};

/** When the last event happened that the viewer may see: the time of a hidden one would give it away. */
export const lastSeenAt: Expression = (row, { scope }) =>
  `case when ${row}.is_staff then ${row}.last_event_at when ${row}.is_party or ${row}.is_expert then (select max(e.at) from case_event e
    where e.case_id = ${row}.id and (e.audience = 'PARTIES' or ${isAudible(scope, row, 'e')})) else ${row}.updated_at end`;

/** The other cases of the transaction that the viewer reads as well: an outline does not tell which transaction it is of. */
const relatedCases: ListRead = {
  kind: 'list',
  of: () => caseRead,
  source: (alias, row, { statement, scope }) => ({
    from: visibleAmong(
      statement,
      scope,
      alias,
      `c.id <> ${row}.id and c.transaction_id in (
      select theirs.id from payment_transaction mine join payment_transaction theirs
        on theirs.reference = mine.reference and may_be_same_payment(mine, theirs) where mine.id = ${row}.transaction_id)`,
    ),
    where: `${alias}.is_inside`,
  }),
  order: (alias) => `${alias}.filed_at, ${alias}.id`,
};

/** A manager sees the outline of every case; what is marked inside is for its parties and staff, reviewed for its experts too. */
export const caseRead: TypeRead = {
  name: 'Case',
  isCase: true,
  hidden: dossierOfCase,
  complete: completeDossier,
  fields: {
    id: globalId('case'),
    number: column('number'),
    version: column('version'),
    type: column('type'),
    reason: column('reason'),
    track: column('track'),
    urgency: column('urgency'),
    complexity: column('complexity'),
    channel: column('channel'),
    product: column('product'),
    stage: column('stage'),
    outcome: column('outcome'),
    waitingOn: column('waiting_on'),
    filedAt: instant('filed_at'),
    receivedOn: column('received_on'),
    resolvedAt: instant('resolved_at'),
    lastEventAt: sql((row, place) => instantText(lastSeenAt(row, place))),
    team: referenced(() => teamRead, 'team', 'team_id'),
    clocks: children(() => clockRead, 'clock', 'case_id', 'started_at, kind, cycle'),
    timeAttribution: timeAttributionOfCase,
    nextDue: {
      kind: 'object',
      of: () => nextDueRead,
      source: (alias, row) => ({
        from: `clock ${alias}`,
        where: `${alias}.case_id = ${row}.id and ${alias}.kind = ${row}.next_due_clock and ${alias}.state in ('RUNNING', 'PAUSED')`,
      }),
    },
    isImported: sql((row) => `${row}.source is not null`),
    importSource: column('source'),

    description: reviewed(words('description_text_id')),
    requestedRemedy: reviewed(words('requested_remedy_text_id')),
    disputedAmount: reviewed(money('disputed_amount_minor', 'disputed_currency')),
    transaction: inside(referenced(() => transactionRead, 'payment_transaction', 'transaction_id')),
    relatedCases: inside(relatedCases),
    parties: reviewed(children(() => partyRead, 'party', 'case_id', 'ordinal')),
    handler: inside(referenced(() => personRead, 'person', 'handler_id')),
    clarifications: inside(children(() => clarificationRead, 'clarification', 'case_id', 'ordinal')),
    investigations: reviewed(children(() => investigationRead, 'investigation', 'case_id', 'cycle')),
    evidence: reviewed(evidenceOfCase),
    evidenceRequests: reviewed(evidenceRequestsOfCase),
    evidenceCompleteness: computed,
    missingEvidence: computed,
    rounds: inside(children(() => negotiationRoundRead, 'negotiation_round', 'case_id', 'number')),
    proposals: inside(proposalsOfCase),
    settlement: inside(settlementOfCase),
    compensationAllowed: inside(compensationAllowedOfCase),
    movements: inside(children(() => movementRead, 'movement', 'case_id', 'ordinal')),
    meetings: inside(children(() => meetingRead, 'meeting', 'case_id', 'ordinal')),
    messages: inside(messagesOfCase),
    notes: inside(notesOfCase),
    contactAttempts: inside(contactAttemptsOfCase),
    revelations: inside(revelationsOfCase),
    referrals: inside(children(() => referralRead, 'referral', 'case_id', 'referred_at, id')),
    assignments: inside(assignmentsOfCase),
    paymentRecords: inside(paymentRecordsOfCase),
    automaticChecks: inside(automaticChecksOfCase),
    measures: inside(children(() => measureRead, 'measure', 'case_id', 'taken_at, id')),
    reviews: inside(reviewsOfCase),
    satisfaction: inside(ratingsOfCase),
    expertPanel: reviewed(expertPanelOfCase),
    objections: inside(children(() => objectionRead, 'objection', 'case_id', 'ordinal')),
    events: inside(eventsOfCase),
    availableActions: actionsOfCase,
    caseFile: fileOfCase,
  },
};
