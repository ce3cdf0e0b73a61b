import type { ModelCase, Player } from './case.js';
import type { Dice } from './days.js';
import { foresee, hatsIn, rules, type Move } from './judge.js';
import type { World } from './rule.js';
import { commands, hatsOf, stagesOf, type Command, type Hat, type Stage } from './table.js';

type Weights = Partial<Record<Command, number>>;

/** What a sequence is after: it takes the road to a stage, and from there on would rather do some commands than others. */
interface Theme {
  road: Weights;
  to: Stage;
  there: Weights;
}

const answer: Weights = { assignCase: 4, acceptCase: 4 };
const inquire: Weights = {
  ...answer,
  startInvestigation: 1,
  completeInvestigationStep: 2,
  recordFinding: 1,
  concludeInvestigation: 9,
};
const agree: Weights = { ...inquire, makeProposal: 2, acceptProposal: 4 };
const carryOut: Weights = { ...agree, confirmTerm: 4, recordInstalment: 4 };
const fail: Weights = { ...inquire, declareImpasse: 1 };
const review: Weights = {
  requestSecondNegotiation: 5,
  appointExpert: 3,
  declareConflict: 3,
  admitSecondNegotiation: 50,
};
const second: Weights = { ...fail, ...review };
const final: Weights = { ...second, submitOpinion: 1, revealOpinions: 50 };

/** Rare ones, wherever they are possible. */
const often: Weights = {
  sampleCases: 6,
  recordReview: 12,
  withdrawCase: 0.2,
  rejectCase: 0.5,
  decideObjection: 3,
  reportDefault: 3,
  closeUnresolved: 3,
};

export const themes: readonly Theme[] = [
  { road: {}, to: 'SUBMITTED', there: {} },
  {
    road: {},
    to: 'SUBMITTED',
    there: { requestClarification: 12, answerClarification: 4, rejectCase: 4, reopenCase: 15 },
  },
  { road: answer, to: 'ACCEPTED', there: { fastTrack: 30, makeProposal: 6, acceptProposal: 10, confirmTerm: 5 } },
  { road: inquire, to: 'INVESTIGATING', there: { recordContactAttempt: 20, postMessage: 4, statePosition: 0.1 } },
  {
    road: inquire,
    to: 'NEGOTIATING',
    there: { makeProposal: 20, acceptProposal: 6, declineProposal: 6, withdrawProposal: 40 },
  },
  { road: inquire, to: 'NEGOTIATING', there: { requestEvidence: 15, submitEvidence: 6, deepenInvestigation: 20 } },
  { road: inquire, to: 'NEGOTIATING', there: { raiseObjection: 12, decideObjection: 25, deepenInvestigation: 5 } },
  {
    road: fail,
    to: 'IMPASSE',
    there: { confirmResult: 10, referCase: 6, closeUnresolved: 25, deepenInvestigation: 2 },
  },
  { road: fail, to: 'IMPASSE', there: { deepenInvestigation: 12, concludeInvestigation: 12, raiseObjection: 5 } },
  { road: agree, to: 'EXECUTING', there: { reportDefault: 60, fulfilTerm: 6, contestTerm: 20, recordMovement: 6 } },
  {
    road: carryOut,
    to: 'RESOLVED',
    there: { confirmResult: 12, closeCase: 25, rateCase: 4, reopenCase: 5, reportDefault: 60, recordInstalment: 60 },
  },
  { road: carryOut, to: 'RESOLVED', there: { raiseObjection: 10, decideObjection: 15, reopenCase: 8 } },
  { road: { ...carryOut, ...review }, to: 'EXPERT_REVIEW', there: { ...final, makeProposal: 8, acceptProposal: 20 } },
  { road: second, to: 'SECOND_REQUESTED', there: { refuseSecondNegotiation: 5, withdrawSecondNegotiation: 5 } },
  {
    road: second,
    to: 'EXPERT_REVIEW',
    there: { replaceExpert: 6, raiseObjection: 6, requestEvidence: 6, submitOpinion: 4 },
  },
  {
    road: final,
    to: 'SECOND_NEGOTIATING',
    there: { makeProposal: 15, acceptProposal: 25, confirmTerm: 10, submitEvidence: 5 },
  },
  { road: final, to: 'SECOND_NEGOTIATING', there: { referCase: 10, closeUnresolved: 25, reopenCase: 10, rateCase: 6 } },
  { road: final, to: 'SECOND_NEGOTIATING', there: {} },
];

/** A player of sequences with one theme. */
export class Playwright {
  private isThere = false;

  constructor(
    private readonly theme: Theme,
    private readonly dice: Dice,
    private readonly world: World,
  ) {}

  /** Mostly a move that the model holds for possible, else one of anybody, whoever, whatever. */
  next(c: ModelCase): Move {
    this.isThere ||= c.stage === this.theme.to;
    if (!this.isThere) return this.dice.chance(0.12) ? this.any(c) : this.possible(c, this.theme.road, 0);
    return this.dice.chance(0.3) ? this.any(c) : this.possible(c, { ...often, ...this.theme.there }, 1);
  }

  private any(c: ModelCase): Move {
    const { dice, world } = this;
    return moveOf(c, dice, world, dice.pick(Object.values(world.players)), dice.pick(commands));
  }

  private possible(c: ModelCase, weights: Weights, otherwise: number): Move {
    const { dice, world } = this;
    const legal = commands.filter((command) => stagesOf(command).includes(c.stage));
    const weighed = legal.map((command) => [command, weights[command] ?? otherwise] as const);
    const players = Object.values(world.players);
    for (let tries = 0; tries < 40 && weighed.some(([, weight]) => weight > 0); tries += 1) {
      const command = weighted(dice, weighed);
      if (command === 'appointExpert' && c.seats.length >= 3 && dice.chance(0.8)) continue;
      const fit = players.filter((player) => hatsIn(c, player).some((hat: Hat) => hatsOf(command).includes(hat)));
      // The handler does the handler's work; a supervisor only now and then.
      const own = fit.filter(({ as }) => as !== 'SUPERVISOR' || hatsOf(command).includes('IMPARTIAL'));
      if (fit.length === 0 || (own.length === 0 && !dice.chance(0.05 + otherwise / 3))) continue;
      const move = moveOf(c, dice, world, dice.pick(own.length > 0 && dice.chance(0.95) ? own : fit), command);
      if (foresee(c, move, world) === null) return move;
    }
    return this.any(c);
  }
}

function weighted(dice: Dice, weights: readonly (readonly [Command, number])[]): Command {
  let left = dice.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  return (weights.find(([, weight]) => (left -= weight) < 0) ?? weights.at(-1)!)[0];
}

export function moveOf(c: ModelCase, dice: Dice, world: World, player: Player, command: Command): Move {
  return { player, command, input: rules[command].input(c, dice, world, player), isStale: false };
}
