import { assignmentTo } from './assignment.js';
import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, TextRef } from './case.js';
import type { Deciding, Decision } from './decision.js';
import { badInput, blocked, requireText } from './domain-error.js';
import { seatedIn } from './expert-panel.js';
import { deepened } from './investigation.js';
import { extensionAfter, openObjection } from './objection.js';
import type { Objection, ObjectionDecision, ObjectionEffect } from './objection.js';
import { reopened } from './reopening.js';
import { isOpen } from './stage.js';

export interface DecideObjection {
  objectionId: Id;
  decision: ObjectionDecision;
  effect: ObjectionEffect;
  reason: string;
  /** Who handles the case from now on, with REASSIGN_HANDLER. */
  handlerId?: Id | null;
}

export const decideObjection: Decision<DecideObjection> = (state, input, deciding) => {
  const objection = openObjection(state, input.objectionId);
  const { decision, effect } = input;
  if (decision === 'DISMISSED' && effect !== 'NONE') throw badInput('input.effect', 'must be NONE when dismissed');
  if ((effect === 'REASSIGN_HANDLER') !== Boolean(input.handlerId)) {
    throw badInput('input.handlerId', 'is needed with REASSIGN_HANDLER, and with nothing else');
  }
  const reason = deciding.text(requireText('input.reason', input.reason));
  const followed = effectOf(state, objection, input, reason, deciding);
  const window = extensionAfter(state, objection, deciding);
  return [newEvent('ObjectionDecided', { objectionId: objection.id, decision, effect, reason, window }), ...followed];
};

/** What an upheld objection does to the case, at once; an effect that the stage does not allow is blocked. */
function effectOf(
  state: CaseState,
  objection: Objection,
  { effect, handlerId }: DecideObjection,
  reason: TextRef,
  deciding: Deciding,
): AnyNewCaseEvent[] {
  const { stage } = state;
  const impossible = () => blocked('EFFECT_NOT_POSSIBLE', [objection.id]);
  switch (effect) {
    case 'NONE':
      return [];
    case 'REASSIGN_HANDLER':
      if (!isOpen(stage) && stage !== 'RESOLVED') throw impossible();
      if (handlerId === state.handlerId) throw blocked('HANDLER_BARRED', [handlerId!]);
      return [assignmentTo(state, handlerId!, true, deciding)];
    case 'DEEPEN_INVESTIGATION':
      if (stage !== 'IMPASSE' && !(stage === 'NEGOTIATING' && objection.against === 'FINDING')) throw impossible();
      return [deepened(state, reason, deciding)];
    case 'REOPEN':
      if (stage !== 'RESOLVED' && stage !== 'CLOSED' && stage !== 'UNRESOLVED' && stage !== 'REJECTED') {
        throw impossible();
      }
      return [reopened(state, { ground: 'OBJECTION', objectionId: objection.id, reason }, deciding)];
    case 'REPLACE_EXPERT': {
      const seat = seatedIn(state).find(({ id }) => id === objection.subjectId);
      if (!seat || (stage !== 'SECOND_REQUESTED' && stage !== 'EXPERT_REVIEW')) throw impossible();
      return [newEvent('ExpertRecused', { seatId: seat.id }, { audience: 'STAFF' })];
    }
  }
}
