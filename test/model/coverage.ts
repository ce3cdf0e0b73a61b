import type { Finding } from './payment.js';
import { stagesOf, type Command, type Stage } from './table.js';

/** Sent again, again with another input, again after others, at once with itself, at once with another, or with one in another case of the payment, on an old version, and late with or without a sweep. */
export const amiss = [
  'REPEATED',
  'REPEATED_OTHERWISE',
  'REPEATED_LATER',
  'TWINS',
  'RIVALS',
  'RACED',
  'STALE',
  'STALE_BUT_ADDITIVE',
  'LATE_SWEPT',
  'LATE_UNSWEPT',
] as const;
export type Amiss = (typeof amiss)[number];

/** The turns that a case takes by time alone, each lapse by what it means, and those that it takes among several complainants. */
export const turns = [
  'CLARIFICATION PROCEED_WITHOUT',
  'CLARIFICATION DEEMED_WITHDRAWN',
  'CLARIFICATION REJECT',
  'EVIDENCE PROCEED_WITHOUT',
  'EVIDENCE DEEMED_WITHDRAWN',
  'SILENCE',
  'PROPOSAL',
  'UNCONTESTED',
  'PAUSE_CAP',
  'WINDOW RESOLVED',
  'WINDOW IMPASSE',
  'SILENT_TOGETHER',
  'LEFT',
  'LEFT_AS_LAST',
  'NOTICED_ANEW',
  'AGREED_BY_SOME',
  'AGREED_BY_ALL',
] as const;
export type Turn = (typeof turns)[number];

export const pair = (stage: Stage, command: Command) => `${stage} ${command}`;

/** What was seen of the rules. */
export class Coverage {
  /** Which commands were refused, and which succeeded, in which stage. */
  readonly refused = new Set<string>();
  readonly succeeded = new Set<string>();
  /** What each command was refused for where it is legal. */
  readonly blocked = new Set<string>();
  /** What payments were found to be. */
  readonly findings = new Set<Finding>();
  /** How often one case of a payment gave back what another one was about to. */
  outrun = 0;
  /** How often each of the ways to send a command amiss was taken. */
  readonly amiss = new Map<Amiss, number>();
  /** How often a case took each of the turns. */
  readonly turns = new Map<Turn, number>();

  see(stage: Stage, command: Command, refusal: string | null): void {
    (refusal === null ? this.succeeded : this.refused).add(pair(stage, command));
    if (refusal !== null && stagesOf(command).includes(stage)) this.blocked.add(`${command} ${refusal}`);
  }

  noteTurns(taken: readonly Turn[]): void {
    for (const each of taken) this.turns.set(each, (this.turns.get(each) ?? 0) + 1);
  }

  note(what: Amiss): void {
    this.amiss.set(what, (this.amiss.get(what) ?? 0) + 1);
  }
}
