import type { ModelCase } from './case.js';
import type { Player } from './part.js';
import { endingRules } from './ending-rules.js';
import { filingRules } from './filing-rules.js';
import { inquiryRules } from './inquiry-rules.js';
import { letTimeAct } from './lapses.js';
import { endMeasures, hear } from './moves.js';
import { negotiationRules } from './negotiation-rules.js';
import type { Actor, Input, Rule, World } from './rule.js';
import { secondRules } from './second-rules.js';
import { settlementRules } from './settlement-rules.js';
import { additive, hatsOf, open, stagesOf, type Command, type Hat } from './table.js';

export const rules: Record<Command, Rule> = {
  ...filingRules,
  ...inquiryRules,
  ...negotiationRules,
  ...settlementRules,
  ...secondRules,
  ...endingRules,
};

export interface Move {
  player: Player;
  command: Command;
  input: Input;
  /** Whether the sender saw an earlier version. */
  isStale: boolean;
}

/** Everything this person is in the case; nothing means that the case is not there for them. */
export function hatsIn(c: ModelCase, { id, as }: Player): Hat[] {
  const party = c.partyOf(id);
  if (party) return [party.hasLeft ? 'FORMER' : party.side];
  if (c.left.has(id)) return [];
  if (as === 'HANDLER')
    return c.handlerId === id ? ['HANDLER'] : c.handlerId === null && open.includes(c.stage) ? ['QUEUE'] : [];
  if (as === 'SUPERVISOR') return c.handledBy.has(id) ? ['SUPERVISOR'] : ['SUPERVISOR', 'IMPARTIAL'];
  if (as === 'INTEGRATION') return c.systemId === id ? ['SYSTEM'] : [];
  if (as === 'MANAGER') return ['VIEWER'];
  return c.seats.some(({ expertId, status }) => expertId === id && (status === 'APPOINTED' || status === 'CLEAR'))
    ? ['EXPERT']
    : [];
}

/** Why a move would be refused now, when nothing acts before it; null when it would succeed. */
export function foresee(c: ModelCase, move: Move, world: World): string | null {
  const { today } = c;
  c.today = c.now;
  const refusal = refusalOf(c, move, world);
  c.today = today;
  return refusal;
}

/** By what rules first: rights, version, stage, guard. */
function refusalOf(c: ModelCase, move: Move, world: World): string | null {
  const { player, command, input, isStale } = move;
  const hats = hatsIn(c, player);
  if (hats.length === 0) return 'NOT_FOUND';
  const actor = actorOf(c, move);
  if (!actor) return 'FORBIDDEN';
  if (isStale && !additive.includes(command)) return 'VERSION_CONFLICT';
  if (!stagesOf(command).includes(c.stage)) return 'WRONG_STAGE';
  return rules[command].guard?.(c, input, actor, world) ?? null;
}

function actorOf(c: ModelCase, { player, command }: Move): Actor | null {
  const hat = hatsOf(command).find((each) => hatsIn(c, player).includes(each));
  return hat ? { player, hat, party: c.partyOf(player.id) } : null;
}

/** What a move brings about on a day, deadlines before it included; answers why it is refused, or null. */
export function judge(c: ModelCase, move: Move, world: World, today: string): string | null {
  if (hatsIn(c, move.player).length === 0) return 'NOT_FOUND';
  letTimeAct(c, world.routes[0]!.id, today);
  const refusal = refusalOf(c, move, world);
  if (refusal) return refusal;
  const actor = actorOf(c, move)!;
  c.tick += 1;
  rules[move.command].apply?.(c, move.input, actor, world);
  if (actor.party) hear(actor.party);
  endMeasures(c);
  // A window that lapsed while a second negotiation was asked for acts at once.
  letTimeAct(c, world.routes[0]!.id, today);
  // Who acts in the handler's place has handled the case.
  if (actor.hat === 'SUPERVISOR' && move.command !== 'assignCase') c.handledBy.add(actor.player.id);
  return null;
}
