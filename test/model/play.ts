import type { ModelCase } from './case.js';
import type { Player } from './part.js';
import type { Dice } from './days.js';
import { foresee, hatsIn, rules, type Move } from './judge.js';
import type { Leg, Weights } from './road.js';
import type { World } from './rule.js';
import { additive, commands, hatsOf, stagesOf, type Command } from './table.js';

export type Kind = 'TRADE' | 'PAID' | 'ANOMALY' | 'CHECKED' | 'REPAYMENT' | 'ALONE';

/** What a sequence is after: it takes the road leg by leg, and from there on would rather do some commands than others. */
export interface Theme {
  kinds?: readonly Kind[];
  road: readonly Leg[];
  there: Weights;
  /** Whether it would do nothing else there. */
  isAlone?: boolean;
  /** Whether it is lived in a database of its own: what happens there would concern other cases too. */
  isApart?: boolean;
  /** Whether handlers leave and come back in the middle. */
  isLeft?: boolean;
  /** Whether calendars are published in the middle. */
  isRevised?: boolean;
  /** Whether there are two cases of its payment. */
  isPaired?: boolean;
  /** Whether systems report on its payment, and the platform checks it. */
  isChecked?: boolean;
}

/** What only adds something is never late, and what the parties do not learn of makes nobody late. */
const quiet: readonly Command[] = [
  ...additive,
  'revealPersonalData',
  'appointExpert',
  'declareConflict',
  'replaceExpert',
  'sampleCases',
  'recordReview',
];

/** Rarely, what leads out of the stage where it wants to be; rather than others, what is seldom possible. */
const usual: Weights = {
  acceptCase: 0.15,
  rejectCase: 0.15,
  fastTrack: 0.15,
  startInvestigation: 0.15,
  concludeInvestigation: 0.15,
  deepenInvestigation: 0.15,
  declareImpasse: 0.15,
  acceptProposal: 0.5,
  requestSecondNegotiation: 0.15,
  admitSecondNegotiation: 0.15,
  refuseSecondNegotiation: 0.15,
  withdrawSecondNegotiation: 0.15,
  revealOpinions: 0.15,
  closeUnresolved: 0.3,
  closeCase: 0.3,
  reopenCase: 0.3,
  withdrawCase: 0.1,
  sampleCases: 3,
  recordReview: 3,
  decideObjection: 3,
  withdrawObjection: 2,
  reportDefault: 3,
  contestTerm: 3,
};

/** A player of sequences with one theme. */
export class Playwright {
  private leg = 0;
  private readonly done = new Set<string>();

  /** `wish` says with which command it begins where it wants to be. */
  constructor(
    private readonly theme: Theme,
    private readonly wish: number,
    private readonly dice: Dice,
    private readonly world: World,
  ) {}

  /** Whether it is under way to where it wants to be, and loses no time. */
  get isHurried(): boolean {
    const leg = this.theme.road[this.leg];
    return leg !== undefined && !leg.isWait;
  }

  /** Whether days are to pass on its way. */
  get isWaiting(): boolean {
    return this.theme.road[this.leg]?.isWait ?? false;
  }

  /** Whether it has nothing to do where it is but to let a window pass. */
  get isIdle(): boolean {
    const { road, there, isAlone } = this.theme;
    return this.leg >= road.length && isAlone === true && Object.keys(there).length === 0;
  }

  /** Mostly a move that the model holds for possible, else one of anybody, whoever, whatever. */
  next(c: ModelCase): Move {
    const { road, there } = this.theme;
    while (road[this.leg]?.until(c)) this.leg += 1;
    const leg = road[this.leg];
    const isAny = this.dice.chance(leg ? 0.04 : 0.12);
    const isFree = !leg && !this.theme.isAlone;
    const weights = leg?.by ?? (isFree ? { ...usual, ...there } : there);
    const isNew = !isAny && isFree && this.dice.chance(0.5);
    const move = isAny
      ? null
      : ((isNew ? this.fresh(c, weights) : null) ?? this.weighed(c, weights, isFree, leg?.only));
    if (move) this.done.add(c.stage + move.command);
    return move ?? this.any(c);
  }

  /** Two moves that are possible, each of which makes the other one late; null where there are no two. */
  rivals(c: ModelCase): [Move, Move] | null {
    const one = this.next(c);
    const other = this.next(c);
    const fit = (move: Move) => foresee(c, move, this.world) === null && !quiet.includes(move.command);
    return fit(one) && fit(other) ? [one, other] : null;
  }

  /** A move that may give money back at once, where there is one. */
  agreeing(c: ModelCase): Move | null {
    for (let tries = 0; tries < 12; tries += 1) {
      const command = c.stage === 'ACCEPTED' ? 'fastTrack' : 'acceptProposal';
      const move = stagesOf(command).includes(c.stage) ? this.possible(c, command, 0) : null;
      if (move) return move;
    }
    return null;
  }

  private any(c: ModelCase): Move {
    const { dice, world } = this;
    return moveOf(c, dice, world, dice.pick(Object.values(world.players)), dice.pick(commands));
  }

  /** What is legal here and was not done in this stage yet, but does not lead out of it: each in its turn. */
  private fresh(c: ModelCase, weights: Weights): Move | null {
    const from = this.wish % commands.length;
    for (const command of [...commands.slice(from), ...commands.slice(0, from)]) {
      if (!stagesOf(command).includes(c.stage) || this.done.has(c.stage + command)) continue;
      if ((weights[command] ?? 1) < 0.5) continue;
      for (let tries = 0; tries < 8; tries += 1) {
        const move = this.possible(c, command, 0.3);
        if (move) return move;
      }
    }
    return null;
  }

  /** What is weighed most, mostly; where it is not free to do anything, nothing else. */
  private weighed(c: ModelCase, weights: Weights, isFree: boolean, only?: Leg['only']): Move | null {
    const legal = commands.filter((command) => stagesOf(command).includes(c.stage));
    const weighed = legal.map((command) => [command, weights[command] ?? (isFree ? 1 : 0)] as const);
    for (let tries = 0; tries < 60 && weighed.some(([, weight]) => weight > 0); tries += 1) {
      const command = weighted(this.dice, weighed);
      if (isTooMuch(c, command) && this.dice.chance(0.9)) continue;
      const move = this.possible(c, command, isFree ? 0.3 : 0.05);
      if (move && only?.(command, move.input, c, move.player) !== false) return move;
    }
    return null;
  }

  /** The handler does the handler's work; a supervisor in their place by this chance. */
  private possible(c: ModelCase, command: Command, instead: number): Move | null {
    const { dice, world } = this;
    const fit = Object.values(world.players).filter((player) =>
      hatsIn(c, player).some((hat) => hatsOf(command).includes(hat)),
    );
    const own = fit.filter(({ as }) => as !== 'SUPERVISOR' || hatsOf(command).includes('IMPARTIAL'));
    if (fit.length === 0 || (own.length === 0 && !dice.chance(instead))) return null;
    const move = moveOf(c, dice, world, dice.pick(own.length > 0 && dice.chance(0.95) ? own : fit), command);
    return foresee(c, move, world) === null ? move : null;
  }
}

/** An expert beside a full panel, and another one for a seat that is well taken, lead nowhere. */
function isTooMuch({ seats, now }: ModelCase, command: Command): boolean {
  const isVacant = seats.some(({ status, opinionDueOn, hasOpinion }) => {
    return status === 'RECUSED' || (opinionDueOn !== null && opinionDueOn < now && !hasOpinion);
  });
  const sitting = seats.filter(({ status }) => status === 'APPOINTED' || status === 'CLEAR').length;
  if (command === 'appointExpert') return sitting >= 3 && sitting % 2 === 1;
  return command === 'replaceExpert' && !isVacant;
}

function weighted(dice: Dice, weights: readonly (readonly [Command, number])[]): Command {
  let left = dice.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  return (weights.find(([, weight]) => (left -= weight) < 0) ?? weights.at(-1)!)[0];
}

export function moveOf(c: ModelCase, dice: Dice, world: World, player: Player, command: Command): Move {
  return { player, command, input: rules[command].input(c, dice, world, player), isStale: false };
}
