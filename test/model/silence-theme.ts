import type { Theme } from './play.js';
import type { Leg } from './road.js';
import {
  carryOut,
  complainantSilent,
  deemedSilent,
  fail,
  firstSilent,
  givenUp,
  inquire,
  inWhole,
  isAt,
  joined,
  respondentSilent,
  second,
  unanswered,
} from './road.js';

/** Not the one who is silent: the other. */
const otherGivenUp: Leg = { ...givenUp, only: (_command, _input, c, { id }) => c.partyOf(id) !== c.parties[0] };

/** Once it has ended the case the complainant is heard of again, mostly. */
const heard = { postMessage: 6, submitEvidence: 3 };

/** Nobody answers, and what follows from it. */
export const silences: readonly Theme[] = [
  { road: [unanswered('PROCEED_WITHOUT', 2)], there: { acceptCase: 3 } },
  { road: [unanswered('DEEMED_WITHDRAWN', 2)], there: heard },
  { road: [unanswered('REJECT', 2)], there: { raiseObjection: 4, reopenCase: 2 } },
  { road: [unanswered('DEEMED_WITHDRAWN')], there: {}, isAlone: true },
  { road: [deemedSilent(2)], there: heard },
  { road: [{ by: inquire, until: isAt('INVESTIGATING') }, deemedSilent(2)], there: heard },
  { road: [{ by: inquire, until: isAt('NEGOTIATING') }, deemedSilent()], there: { ...heard, recordContactAttempt: 4 } },
  { road: [joined(2), deemedSilent()], there: heard },
  // Nobody waits for who has given up.
  {
    road: [joined(2), givenUp, { by: fail, until: isAt('IMPASSE') }],
    there: { confirmResult: 5, closeUnresolved: 9 },
    isAlone: true,
  },
  // One of two is silent beyond the last day, and then the other gives up.
  {
    road: [joined(2), firstSilent, otherGivenUp],
    there: { withdrawCase: 0, requestEvidence: 3, recordContactAttempt: 3 },
  },
  // The window of an impasse is about as long as a silence.
  { road: [{ by: fail, until: isAt('IMPASSE') }, deemedSilent()], there: heard },
  { road: [{ by: second, until: isAt('SECOND_REQUESTED') }, deemedSilent()], there: heard },
  {
    kinds: ['TRADE', 'ANOMALY'],
    road: [{ by: inquire, until: isAt('NEGOTIATING') }, respondentSilent],
    there: { addParty: 8, makeProposal: 12, acceptProposal: 12 },
  },
  {
    kinds: ['TRADE', 'ANOMALY', 'REPAYMENT'],
    road: [
      inWhole,
      { by: carryOut, until: isAt('RESOLVED') },
      { by: { requestSecondNegotiation: 1 }, until: isAt('SECOND_REQUESTED') },
      complainantSilent,
    ],
    there: {},
    isAlone: true,
  },
];
