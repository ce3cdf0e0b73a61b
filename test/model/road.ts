import type { ModelCase } from './case.js';
import type { Turn } from './coverage.js';
import type { Movement, OnLapse, Party, Player } from './part.js';
import type { Input } from './rule.js';
import type { Command, Stage } from './table.js';

/** How much rather one command is chosen than another. */
export type Weights = Partial<Record<Command, number>>;

/** A part of the way: by these commands, until the case is so far. */
export interface Leg {
  by: Weights;
  until: (c: ModelCase) => boolean;
  /** Commands that are of use on this leg with such an input only. */
  only?: (command: Command, input: Input, c: ModelCase, player: Player) => boolean;
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
/** Whether time has done so much, so many times. */
const hasLapsed = (what: Turn, times: number) => {
  return ({ turns }: ModelCase) => turns.filter((each) => each === what).length >= times;
};
/** Nobody answers a question, which means this, so many times; what that ends is taken up again in between. */
export const unanswered = (onLapse: OnLapse, times = 1): Leg => ({
  by: { assignCase: 4, requestClarification: 1, postMessage: 4, reopenCase: 4 },
  until: hasLapsed(`CLARIFICATION ${onLapse}`, times),
  only(command, input, c) {
    if (command === 'requestClarification') return input['onLapse'] === onLapse;
    return command !== 'postMessage' || c.stage === 'WITHDRAWN';
  },
  isWait: true,
});
const isSilentOf = (side: Party['side']) => {
  return ({ parties }: ModelCase) => parties.every((each) => each.side !== side || each.isUnreachable);
};
type IsMeant = (party: Party, at: number) => boolean;
/** Whom of these to try next: those who can still be reached and were not tried today; where there is nobody, all of them. */
function toTry(c: ModelCase, isMeant: IsMeant): string[] {
  const all = c.parties.filter(isMeant);
  const next = all.filter(({ isUnreachable, attempts }) => !isUnreachable && attempts.at(-1)?.on !== c.now);
  return (next.length > 0 ? next : all).map(({ id }) => id);
}
/** All of a side are tried in vain, until something came of it. */
const triedInVain = (side: Party['side'], until: Leg['until'], isMeant: IsMeant = () => true): Leg => ({
  by: { assignCase: 4, recordContactAttempt: 4, postMessage: 4 },
  until,
  only(command, { partyId, isReached }, c) {
    if (command === 'postMessage') return c.stage === 'WITHDRAWN';
    return (
      command !== 'recordContactAttempt' ||
      (!isReached && toTry(c, (party, at) => party.side === side && isMeant(party, at)).includes(partyId as string))
    );
  },
  isWait: true,
});
/** The respondent is heard of no more. */
export const respondentSilent = triedInVain('RESPONDENT', isSilentOf('RESPONDENT'));
/** Nor is the complainant, who ends nothing while an agreement stands. */
export const complainantSilent = triedInVain('COMPLAINANT', isSilentOf('COMPLAINANT'));
/** Or it alone of several, beyond the last day of its notice. */
export const firstSilent = triedInVain(
  'COMPLAINANT',
  ({ parties: [first], now }) => first!.silenceEndsOn !== null && first!.silenceEndsOn < now,
  (_party, at) => at === 0,
);
/** And whose silence ends the case, so many times. */
export const deemedSilent = (times = 1) => triedInVain('COMPLAINANT', hasLapsed('SILENCE', times));
export const rejected: Leg = { by: { assignCase: 4, rejectCase: 1 }, until: isAt('REJECTED') };
/** Others turn out to complain of the same: there are so many complainants. */
export const joined = (count: number): Leg => ({
  by: { assignCase: 4, addParty: 4 },
  until: (c) => c.complainants().length >= count,
  only: (command, { side }) => command !== 'addParty' || side === 'COMPLAINANT',
});
/** And one of them gives up. */
export const givenUp: Leg = {
  by: { withdrawCase: 1 },
  until: ({ parties }) => parties.some(({ hasLeft }) => hasLeft),
};
