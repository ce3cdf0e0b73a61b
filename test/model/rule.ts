import type { ModelCase } from './case.js';
import type { Party, Player } from './part.js';
import type { Dice } from './days.js';
import type { Hat } from './table.js';

/** Nothing has this id. */
const nobodysId = '01930000-0000-7000-8000-00000000ffff';

/** An input as it is sent; `any` of them is one object of plain values. */
export type Input = Record<string, unknown>;

/** Who acts, in what capacity, and for which party. */
export interface Actor {
  player: Player;
  hat: Hat;
  party: Party | undefined;
}

/** What the model knows of the world around a case. */
export interface World {
  players: Record<string, Player>;
  /** Where an unsolved case can go on, the default first; without types for all. */
  routes: { id: string; types: string[] }[];
}

/** One command: an input worth trying, why it would be refused (a code) or null, and what it does. */
export interface Rule {
  input(c: ModelCase, dice: Dice, world: World, player: Player): Input;
  guard?(c: ModelCase, input: Input, actor: Actor, world: World): string | null;
  apply?(c: ModelCase, input: Input, actor: Actor, world: World): void;
}

/** The id of one of these, mostly a late one, and sometimes one that nothing has. */
export function anyOf(list: readonly { id: string }[], dice: Dice): string {
  if (list.length === 0 || dice.chance(0.03)) return nobodysId;
  return dice.chance(0.6) ? list.at(-1)!.id : dice.pick(list).id;
}

export function found<T extends { id: string }>(list: readonly T[], id: unknown): T | undefined {
  return list.find((each) => each.id === id);
}
