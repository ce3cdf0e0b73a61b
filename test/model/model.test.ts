import { commandNames } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockerCodes } from '@accord/server/domain/blocker';
import { aimAt } from './aim.js';
import { beyond, blockersOf, hardlyEver } from './blockers.js';
import { amiss, Coverage, pair, turns } from './coverage.js';
import { Dice, statutory, type Day } from './days.js';
import { anyKind } from './filing.js';
import { Life } from './life.js';
import { findings } from './payment.js';
import { setStage, type Stagecraft } from './stagecraft.js';
import { commands, stages, stagesOf, type Command, type Stage } from './table.js';
import type { Theme } from './play.js';
import { themeOf, themes } from './theme.js';

const sequenceCount = Number(process.env['ACCORD_MODEL_SEQUENCES'] ?? 200);
/** A failing sequence names its seed: `ACCORD_MODEL_SEED=… ACCORD_MODEL_SEQUENCES=1` plays it alone. */
const firstSeed = Number(process.env['ACCORD_MODEL_SEED'] ?? 20_260_302);
const lanes = 4;
/** After how many failures it ends; more of them tell one cause from another. */
const tolerated = Number(process.env['ACCORD_MODEL_FAILURES'] ?? 1);

let theatre: Awaited<ReturnType<typeof setStage>>;
const coverage = new Coverage();
const swept = new Set<Stage>();

type Aim = [stage: Stage, command: Command];
/** And one that had an aim names it too: `ACCORD_MODEL_AIM=stage/command`. */
const aim = (process.env['ACCORD_MODEL_AIM']?.split('/') ?? null) as Aim | null;

beforeAll(async () => {
  theatre = await setStage();
});
afterAll(() => theatre.close());

const starts: readonly Day[] = [
  '2025-01-20',
  '2025-04-24',
  '2025-09-22',
  '2025-09-28',
  '2026-02-06',
  '2026-03-02',
  '2026-06-13',
];

/** Lives one case in both; `aim` is a stage and a command that is to be done there. */
async function live(seed: number, aim: Aim | null): Promise<void> {
  const theme = aim ? aimAt(...aim) : themeOf(seed);
  if (!theme.isApart) return liveOn(theatre.craft, theme, seed, aim);
  const own = await setStage();
  try {
    await liveOn(own.craft, theme, seed, aim);
  } finally {
    await own.close();
  }
}

async function liveOn(craft: Stagecraft, theme: Theme, seed: number, aim: Aim | null): Promise<void> {
  const dice = new Dice(seed);
  const name = aim ? `${seed} ${aim.join(' ')}` : String(seed);
  const startOn = dice.pick(starts);
  const birth = { seed, startOn, reference: `M-${name}`, trace: [] as string[] };
  const names = theme.isPaired ? [name, `${name} beside`] : [name];
  const lives = names.map((each) => new Life(craft, theme, { ...birth, name: each }, dice, coverage));
  const isDone = () => aim !== null && coverage.succeeded.has(pair(...aim));
  try {
    for (const { sequence } of lives) await sequence.file(anyKind(dice, theme.kinds), dice, lives[0]!.sequence);
    for (let step = 0; step < 40 / lives.length && !isDone(); step += 1) {
      const days = lives[0]!.daysOn();
      for (const life of lives) await life.wait(days);
      if (lives[1] && dice.chance(0.3)) await lives[0]!.race(lives[1]);
      for (const life of lives) {
        await life.act();
        if (!life.sequence.isOverdue() && !aim) await life.tempt(swept);
      }
    }
    for (const life of lives) await life.expectTold();
  } catch (error) {
    const aimed = aim ? ` ACCORD_MODEL_AIM=${aim.join('/')}` : '';
    const told = [`ACCORD_MODEL_SEED=${seed}${aimed}`, ...birth.trace].join('\n');
    throw new Error(`${told}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

/** Lives these side by side; answers what went wrong, and stops when that is too much. */
async function liveAll(sequences: (readonly [number, Aim | null])[]): Promise<string[]> {
  const waiting = [...sequences];
  const failures: string[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next && failures.length < tolerated; next = waiting.shift()) {
      await live(...next).catch((error: unknown) => failures.push(String(error)));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failures;
}

describe('a case, lived by the server and by a model of the product page', () => {
  it('knows every command in the model', () => {
    // What is filed, or announced for a filing, is no command on a case.
    const others = ['submitCase', 'createEvidenceUpload'];
    expect(commands.toSorted()).toEqual(commandNames.filter((name) => !others.includes(name)).toSorted());
    expect(starts.some((day) => !statutory.isWorkingDay(day))).toBe(true);
  });

  it(
    `goes the same way in both, through ${sequenceCount} random sequences`,
    async () => {
      const seeds = Array.from({ length: sequenceCount }, (_each, index) => firstSeed + index);
      const failures = await liveAll(seeds.map((seed) => [seed, aim] as const));
      if (failures.length > 0) throw new Error(`${failures.length} of ${sequenceCount}\n${failures.join('\n\n')}`);
    },
    60_000 + sequenceCount * 5_000,
  );

  // Of a few sequences that somebody plays again nothing is to be seen.
  if (sequenceCount < 200) return;

  it('has done every command in every stage where it is legal, and been refused in every other', async () => {
    const all = stages.flatMap((stage) => commands.map((command): Aim => [stage, command]));
    const isLegal = ([stage, command]: Aim) => stagesOf(command).includes(stage);
    const undone = () =>
      all.filter((each) => isLegal(each) && !coverage.succeeded.has(pair(...each)) && !isOutOfReach(each));
    for (let round = 0; round < 25 && undone().length > 0; round += 1) {
      const failures = await liveAll(undone().map((each) => [firstSeed + round, each] as const));
      if (failures.length > 0) throw new Error(failures.join('\n\n'));
    }
    expect(undone().map((each) => pair(...each))).toEqual([]);
    expect(all.filter((each) => isOutOfReach(each) && coverage.succeeded.has(pair(...each)))).toEqual([]);
    expect(all.filter((each) => !isLegal(each) && !coverage.refused.has(pair(...each)))).toEqual([]);
  }, 600_000);

  /** Plays more sequences of one kind of theme, until enough was seen. */
  async function liveUntil(isSeen: () => boolean, isMeant: (theme: Theme) => boolean | undefined): Promise<void> {
    const meant = themes.findIndex((theme) => isMeant(theme));
    for (let more = 0; more < 100 && !isSeen(); more += 4) {
      const seeds = [0, 1, 2, 3].map((each) => (firstSeed + more + each) * themes.length + meant);
      const failures = await liveAll(seeds.map((seed) => [seed, null] as const));
      if (failures.length > 0) throw new Error(failures.join('\n\n'));
    }
    expect(isSeen()).toBe(true);
  }

  it('has found of payments all that can be found', async () => {
    await liveUntil(
      () => findings.every((each) => coverage.findings.has(each)),
      ({ isChecked }) => isChecked,
    );
  }, 600_000);

  it('has let two cases give back the same money at once, which one of them did', async () => {
    await liveUntil(
      () => coverage.outrun > 0 && coverage.blocked.has('acceptProposal REFUND_ABOVE_PAID'),
      ({ isPaired }) => isPaired,
    );
  }, 600_000);

  let played = sequenceCount;
  /** Chance may want some more sequences. */
  async function liveMoreWhile(isWanting: () => boolean): Promise<void> {
    for (let tries = 0; tries < 10 && isWanting(); tries += 1) {
      const seeds = Array.from({ length: 10 }, (_each, index) => firstSeed + played + index);
      played += seeds.length;
      const failures = await liveAll(seeds.map((seed) => [seed, null] as const));
      if (failures.length > 0) throw new Error(failures.join('\n\n'));
    }
  }

  it('has been refused for every reason that the model knows of, and for no other', async () => {
    const known = Object.entries(blockersOf).flatMap(([command, codes]) => codes.map((code) => `${command} ${code}`));
    const isBlocker = (each: string) => (blockerCodes as string[]).includes(each.split(' ')[1]!);
    const unmet = () => known.filter((each) => !coverage.blocked.has(each));
    await liveMoreWhile(() => unmet().length > 0);
    expect(unmet()).toEqual([]);
    const met = [...coverage.blocked].filter(isBlocker);
    expect(met.filter((each) => !known.includes(each) && !hardlyEver.includes(each))).toEqual([]);
    const codes = new Set(Object.values(blockersOf).flat());
    expect(blockerCodes.filter((code) => !codes.has(code)).toSorted()).toEqual(Object.keys(beyond).toSorted());
  }, 600_000);

  it('has taken every turn of time and of several complainants, each more than once', async () => {
    const seldom = () => turns.filter((each) => (coverage.turns.get(each) ?? 0) < 2);
    await liveMoreWhile(() => seldom().length > 0);
    expect(seldom()).toEqual([]);
  }, 600_000);

  it('has sent commands again, at once, on an old version and too late', () => {
    const seldom = amiss.filter((each) => (coverage.amiss.get(each) ?? 0) < 20);
    expect(seldom, JSON.stringify(Object.fromEntries(coverage.amiss))).toEqual([]);
  });
});

/** What cannot be done though it is legal as such. */
function isOutOfReach([stage, command]: Aim): boolean {
  const isOfTerms = ['fulfilTerm', 'recordMovement', 'updateOrderStatus'].includes(command);
  const isOfPayments = ['confirmTerm', 'contestTerm', 'recordInstalment'].includes(command);
  switch (stage) {
    case 'SUBMITTED':
    case 'ACCEPTED':
    case 'REJECTED':
      // Nothing is agreed, and nothing late, before the fast track or an investigation, and neither leads back here.
      return isOfTerms || isOfPayments || command === 'reviewEvidence';
    case 'CLOSED':
      // And a case is not closed while an objection is open.
      return command === 'decideObjection' || command === 'withdrawObjection';
    case 'EXPERT_REVIEW':
      // The panel is complete: experts are replaced.
      return command === 'appointExpert';
    default:
      return false;
  }
}
