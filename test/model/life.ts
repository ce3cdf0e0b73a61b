import { expectRebuilt } from '../support/rebuild.js';
import { publishNotice } from './calendar.js';
import { expectSameClocks } from './compare.js';
import type { Coverage } from './coverage.js';
import { Dice, type Day } from './days.js';
import { foresee, hatsIn } from './judge.js';
import { PaymentChannel } from './payment-channel.js';
import { moveOf, Playwright } from './play.js';
import type { World } from './rule.js';
import { race } from './race.js';
import { Sequence } from './sequence.js';
import { changeStaff } from './staff.js';
import type { Stagecraft } from './stagecraft.js';
import { commands, hatsOf, type Stage } from './table.js';
import { Tempter } from './temptation.js';
import type { Theme } from './play.js';

/** What a life is begun with. */
interface Birth {
  seed: number;
  name: string;
  /** Of its payment. */
  reference: string;
  startOn: Day;
  trace: string[];
}

/** One case from its filing on, by one theme. */
export class Life {
  readonly sequence: Sequence;
  private readonly playwright: Playwright;
  private readonly tempter: Tempter;
  private readonly world: World;
  private readonly channel: PaymentChannel;

  constructor(
    craft: Stagecraft,
    private readonly theme: Theme,
    private readonly birth: Birth,
    private readonly dice: Dice,
    coverage: Coverage,
  ) {
    const { seed, startOn, name, reference, trace } = birth;
    this.world = craft.world;
    this.playwright = new Playwright(theme, seed * 7, dice, craft.world);
    this.sequence = new Sequence(craft, { name, reference, trace }, startOn, coverage);
    this.channel = new PaymentChannel(craft.persons, reference);
    // What is tried in vain beside the road has dice of its own: without it the road is the same.
    this.tempter = new Tempter(new Dice(seed + 1_000_000_007), craft.world);
  }

  /** How many days pass before the next move. */
  daysOn(): number {
    const { dice, playwright } = this;
    if (playwright.isIdle) return dice.upTo(4);
    if (playwright.isWaiting) return dice.chance(0.35) ? 0 : 1 + dice.upTo(3);
    if (playwright.isHurried) return dice.chance(0.8) ? 0 : dice.chance(0.8) ? 1 : 2 + dice.upTo(4);
    const chance = dice.next();
    if (chance < 0.65) return 0;
    if (chance < 0.86) return 1;
    return chance < 0.96 ? 2 + dice.upTo(3) : 5 + dice.upTo(14);
  }

  /** Some days later; half the time the sweep comes before anybody else. */
  async wait(days: number): Promise<void> {
    this.sequence.wait(days);
    if (this.sequence.isOverdue() && this.dice.chance(0.5)) await this.sequence.sweep();
  }

  /** The next move, now and then with a rival, or something that was done before once more. */
  async act(): Promise<void> {
    const { sequence, playwright, dice } = this;
    if (dice.chance(0.04)) await sequence.repeatEarlier(dice);
    const rivals = dice.chance(0.08) && !sequence.isOverdue() ? playwright.rivals(sequence.c) : null;
    if (rivals) await sequence.rival(rivals);
    else await sequence.play(playwright.next(sequence.c), sequence.mannerOf(dice));
    const { isChecked, isLeft, isRevised } = this.theme;
    if (isChecked) await sequence.happen(() => this.channel.next(sequence, dice));
    if (isRevised) await sequence.happen(() => publishNotice(sequence, dice));
    if (isLeft) await sequence.happen(() => changeStaff(sequence, dice));
  }

  /** Next moves of two cases of a payment at once, where both are possible. */
  async race(other: Life): Promise<void> {
    const lives = [this, other] as const;
    const moves = lives.map(({ playwright, sequence }) => {
      return [sequence, playwright.agreeing(sequence.c) ?? playwright.next(sequence.c)] as const;
    });
    const isFit = moves.every(([{ c }, move]) => foresee(c, move, this.world) === null);
    if (isFit && !lives.some(({ sequence }) => sequence.isOverdue())) await race(moves);
  }

  /** What only a guard forbids, and once a stage whatever is forbidden there. */
  async tempt(swept: Set<Stage>): Promise<void> {
    const { sequence } = this;
    for (const move of this.tempter.next(sequence.c, 2)) await sequence.try(move);
    if (swept.has(sequence.c.stage)) return;
    swept.add(sequence.c.stage);
    await this.tryEverything(new Dice(this.birth.seed));
  }

  /** Whoever, whatever, that the model forbids in this stage is tried there once; nothing may come of it. */
  private async tryEverything(dice: Dice): Promise<void> {
    const { c } = this.sequence;
    const players = Object.values(this.world.players);
    for (const command of commands) {
      const mayDo = players.filter((player) => hatsIn(c, player).some((hat) => hatsOf(command).includes(hat)));
      const others = players.filter((player) => !mayDo.includes(player));
      const chosen = [...mayDo.slice(0, 1), ...Array.from({ length: 4 }, () => dice.pick(others))];
      for (const player of chosen) {
        const move = moveOf(c, dice, this.world, player, command);
        if (foresee(c, move, this.world) !== null) await this.sequence.try(move);
      }
    }
  }

  /** The log rebuilds what is stored, and its clocks read as the model counts them. */
  async expectTold(): Promise<void> {
    const { sequence } = this;
    sequence.wait(0);
    if (sequence.isOverdue()) await sequence.sweep();
    sequence.c.today = sequence.today;
    sequence.coverage.noteTurns(sequence.c.turns);
    const state = await expectRebuilt(sequence.runtime.pool, sequence.caseId);
    expectSameClocks(sequence.c, state, sequence.calendar);
  }
}
