import type { ModelCase } from './case.js';
import type { Movement } from './part.js';
import type { Input } from './rule.js';
import type { Command, Stage } from './table.js';

/** How much rather one command is chosen than another. */
export type Weights = Partial<Record<Command, number>>;

/** A part of the way: by these commands, until the case is so far. */
export interface Leg {
  by: Weights;
  until: (c: ModelCase) => boolean;
  /** Commands that are of use on this leg with such an input only. */
  only?: (command: Command, input: Input) => boolean;
  /** Whether time is to pass on it. */
  isWait?: boolean;
}

export const isAt = (...stages: Stage[]) => {
  return (c: ModelCase) => stages.includes(c.stage);
};

export const answer: Weights = { assignCase: 4, acceptCase: 4 };
export const inquire: Weights = {
  ...answer,
  startInvestigation: 1,
  completeInvestigationStep: 2,
  recordFinding: 1,
  concludeInvestigation: 9,
};
const agree: Weights = { ...inquire, makeProposal: 2, acceptProposal: 9 };
export const carryOut: Weights = { ...agree, confirmTerm: 4, recordInstalment: 4 };
export const fail: Weights = { ...inquire, declareImpasse: 1 };
export const review: Weights = {
  requestSecondNegotiation: 5,
  appointExpert: 3,
  declareConflict: 5,
  replaceExpert: 1,
  admitSecondNegotiation: 50,
};
export const second: Weights = { ...fail, ...review };
export const final: Weights = { ...second, submitOpinion: 3, revealOpinions: 50 };
export const perform: Weights = {
  fulfilTerm: 8,
  confirmTerm: 3,
  contestTerm: 12,
  recordMovement: 4,
  updateOrderStatus: 4,
  recordInstalment: 6,
};

/** Settles a part of the case first, by two terms at least, of which some stay to be done for the rest of the way. */
export const inPart: Leg = {
  by: { ...inquire, makeProposal: 4, acceptProposal: 12 },
  until: ({ terms }) => terms.filter(({ isOfPart }) => isOfPart).length >= 3,
  only: (command, { settlesPart }) => command !== 'makeProposal' || settlesPart === true,
};
/** Agrees on the whole. */
export const inWhole: Leg = {
  by: agree,
  until: isAt('EXECUTING', 'RESOLVED'),
  only: (command, { settlesPart }) => command !== 'makeProposal' || settlesPart !== true,
};
export const isApology = (terms: unknown) => (terms as { kind: string }[])[0]!.kind === 'APOLOGY';
/** A plan as a part: its kind of case, and a term in force. */
export const inPlan: Leg = { ...inPart, until: ({ terms }) => terms.some(({ instalments }) => instalments.length > 0) };
/** Agrees on the whole, on money alone, and books it. */
export const booked: Leg = {
  by: { ...agree, recordMovement: 9 },
  until: isAt('RESOLVED'),
  only(command, input) {
    if (command === 'recordMovement') return !input['reversesId'];
    const isMoney = (terms: unknown) => (terms as object[]).every((term) => 'amount' in term);
    return command !== 'makeProposal' || (input['settlesPart'] !== true && isMoney(input['terms']));
  },
};
export const isReversal = ({ reversesId }: Movement) => reversesId !== null;
export const reverses: Leg['only'] = (_command, { reversesId }) => Boolean(reversesId);
/** The complainant does not answer a question, and the case is deemed withdrawn. */
export const silent: Leg = {
  by: { assignCase: 4, requestClarification: 1 },
  until: ({ outcome }) => outcome === 'DEEMED_WITHDRAWN',
  only: (command, { onLapse }) => command !== 'requestClarification' || onLapse === 'DEEMED_WITHDRAWN',
  isWait: true,
};
export const rejected: Leg = { by: { assignCase: 4, rejectCase: 1 }, until: isAt('REJECTED') };
