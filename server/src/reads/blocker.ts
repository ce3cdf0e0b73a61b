import { blockers } from '../domain/blocker.js';
import type { BlockerCode } from '../domain/blocker.js';
import type { Id } from '../domain/case.js';
import type { Blocker } from '../domain/domain-error.js';
import { globalIdOf } from './global-id.js';
import type { IdType } from './global-id.js';
import type { Locale } from './viewer.js';

/** What each blocker is about; where it is not named here it is the case. */
const subjectOfBlocker: Partial<Record<BlockerCode, IdType>> = {
  HANDLER_IS_PARTY: 'party',
  NOT_A_HANDLER: 'person',
  CLARIFICATION_OPEN: 'clarification',
  CLARIFICATION_OVERDUE: 'clarification',
  STEP_OPEN: 'step',
  STEP_CLOSED: 'step',
  NO_FINDING: 'investigation',
  MANDATORY_EVIDENCE_OPEN: 'request',
  REQUEST_CLOSED: 'request',
  UPLOAD_USED: 'upload',
  UPLOAD_INCOMPLETE: 'upload',
  EVIDENCE_SUPERSEDED: 'evidence',
  MEASURE_ENDED: 'measure',
  ALREADY_RATED: 'party',
  PARTY_UNREACHABLE: 'party',
  PARTY_LEFT: 'party',
  PARTY_REPRESENTED: 'party',
  NOT_THE_AUTHOR: 'proposal',
  MEETING_CLOSED: 'meeting',
  MEETING_ANSWERED: 'meeting',
  MEETING_BEGUN: 'meeting',
  PROPOSAL_NOT_LIVE: 'proposal',
  PROPOSAL_EXPIRED: 'proposal',
  CONTENT_CHANGED: 'proposal',
  CONSENT_NOT_NEEDED: 'proposal',
  ALREADY_ANSWERED: 'proposal',
  TERMS_OF_OTHER_TYPE: 'term',
  TERM_NOT_OPEN: 'term',
  TERM_UNCONTESTED: 'term',
  TERM_MOVES_NO_MONEY: 'term',
  MOVEMENT_ABOVE_TERM: 'term',
  MOVEMENT_REVERSED: 'movement',
  INSTALMENT_PAID: 'term',
  INSTALMENT_REPORTED: 'term',
  NOT_THE_OBLIGOR: 'term',
  NOT_THE_BENEFICIARY: 'term',
  NOT_IN_DEFAULT: 'term',
  RESULT_CONFIRMED: 'party',
  RESULT_NOT_CONFIRMED: 'party',
  ALREADY_REFERRED: 'route',
  OBJECTION_OPEN: 'objection',
  OBJECTION_DECIDED: 'objection',
  NOT_THE_OBJECTOR: 'objection',
  EFFECT_NOT_POSSIBLE: 'objection',
  HANDLER_BARRED: 'person',
  SAME_SUPERVISOR: 'person',
  NOT_THE_REQUESTER: 'party',
  CONFLICT_UNDECLARED: 'seat',
  CONFLICT_DECLARED: 'seat',
  EXPERT_CONFLICT: 'person',
  EXPERT_SEATED: 'person',
  NOT_AN_EXPERT: 'person',
  SEAT_REPLACED: 'seat',
  OPINION_SUBMITTED: 'seat',
  OPINION_MISSING: 'seat',
  SEAL_BROKEN: 'seat',
  HANDLED_BEFORE: 'person',
};

/** A blocker as the API tells it: in the viewer's language, with global ids. */
export function toldBlocker({ code, subjectIds }: Blocker, locale: Locale) {
  const type = subjectOfBlocker[code] ?? 'case';
  return { code, message: blockers[code][locale], subjectIds: subjectIds.map((id: Id) => globalIdOf(type, id)) };
}
