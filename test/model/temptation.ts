import type { ModelCase } from './case.js';
import type { Dice } from './days.js';
import { foresee, hatsIn, type Move } from './judge.js';
import { moveOf } from './play.js';
import type { World } from './rule.js';
import { commands, hatsOf, stagesOf } from './table.js';

/**
 * Finds moves that nothing forbids but a guard: who makes them may, and the stage is right. Of a sequence each guard of
 * each command is tried once.
 */
export class Tempter {
  private readonly tried = new Set<string>();

  constructor(
    private readonly dice: Dice,
    private readonly world: World,
  ) {}

  /** At most so many moves, each refused for another reason; none of them changes anything. */
  next(c: ModelCase, count: number): Move[] {
    const { dice, world } = this;
    const players = Object.values(world.players);
    const found = new Map<string, Move>();
    for (const command of commands.filter((each) => stagesOf(each).includes(c.stage))) {
      const fit = players.filter((player) => hatsIn(c, player).some((hat) => hatsOf(command).includes(hat)));
      for (let tries = 0; tries < 5 && fit.length > 0; tries += 1) {
        const move = moveOf(c, dice, world, dice.pick(fit), command);
        const refusal = foresee(c, move, world);
        if (refusal !== null) found.set(`${command} ${refusal}`, move);
      }
    }
    const fresh = [...found].filter(([key]) => !this.tried.has(key));
    const chosen = fresh.map((each) => [dice.next(), each] as const);
    return chosen
      .toSorted(([one], [other]) => one - other)
      .slice(0, count)
      .map(([, [key, move]]) => {
        this.tried.add(key);
        return move;
      });
  }
}
