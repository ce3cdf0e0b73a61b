import { createRuntime } from '@accord/server/commands/runtime';
import { openDatabase } from '@accord/server/database';
import { commandNames } from '@accord/server/domain/permission';
import type { Person, Role } from '@accord/server/domain/permission';
import { buildWorkingCalendar, type WorkingCalendar } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCast } from '../support/cast.js';
import { createTestDatabase } from '../support/postgres.js';
import { expectRebuilt } from '../support/rebuild.js';
import type { Player } from './case.js';
import { expectSameClocks } from './compare.js';
import { Dice, isWorkingDay, type Day } from './days.js';
import { foresee } from './judge.js';
import { moveOf, Playwright, themes } from './play.js';
import type { World } from './rule.js';
import { pair, Sequence, type Coverage, type Stagecraft } from './sequence.js';
import { commands, stages, type Stage } from './table.js';

const sequenceCount = Number(process.env['ACCORD_MODEL_SEQUENCES'] ?? 200);
/** A failing sequence names its seed: `ACCORD_MODEL_SEED=… ACCORD_MODEL_SEQUENCES=1` plays it alone. */
const firstSeed = Number(process.env['ACCORD_MODEL_SEED'] ?? 20_260_302);
const lanes = 4;
/** After how many failures it ends; more of them tell one cause from another. */
const tolerated = Number(process.env['ACCORD_MODEL_FAILURES'] ?? 1);

let database: Awaited<ReturnType<typeof openDatabase>>;
let drop: () => Promise<void>;
let craft: Stagecraft;
let calendar: WorkingCalendar;
const coverage: Coverage = { tried: new Set(), succeeded: new Set() };
const swept = new Set<Stage>();

beforeAll(async () => {
  // No server runs: its sweep would let the deadlines of every sequence act by one clock.
  const made = await createTestDatabase();
  drop = made.drop;
  database = await openDatabase({ url: made.url });
  calendar = buildWorkingCalendar(statutoryCalendar());
  const { pool } = database;
  const { teamId, otherTeamId: _, ...cast } = await createCast(pool);
  let number = 800;
  const join = async (name: string, roles: Role[], isOfTeam: boolean): Promise<Person> => {
    const id = `01930000-0000-7000-8000-${String((number += 1)).padStart(12, '0')}`;
    await pool.query('insert into person (id, name, subject, roles) values ($1, $2, $2, $3)', [id, name, roles]);
    if (isOfTeam) await pool.query('insert into team_member (team_id, person_id) values ($1, $2)', [teamId, id]);
    return { id, name, roles, partyKind: 'PERSON', teamIds: isOfTeam ? [teamId] : [] };
  };
  const persons: Record<string, Person> = {
    ...cast,
    relief: await join('经办人丁', ['HANDLER'], true),
    chief: await join('监督员丙', ['SUPERVISOR'], true),
    expertE: await join('专家戊', ['EXPERT'], false),
  };
  const { rows } = await pool.query<World['routes'][number]>(
    'select id, case_types as types from referral_route order by rank',
  );
  const players = Object.fromEntries(Object.entries(persons).map(([name, person]) => [name, playerOf(person, teamId)]));
  craft = { runtime: createRuntime(database), persons, world: { players, routes: rows } };
});
afterAll(async () => {
  await database.close();
  await drop();
});

function playerOf({ id, roles, teamIds }: Person, teamId: string): Player {
  const role = roles[0]!;
  const isOurs = teamIds.includes(teamId);
  if (role === 'HANDLER' || role === 'SUPERVISOR') return { id, as: isOurs ? role : 'NOBODY' };
  if (role === 'EXPERT' || role === 'MANAGER') return { id, as: role };
  return { id, as: role === 'USER' ? 'PARTY' : 'NOBODY' };
}

const starts: readonly Day[] = [
  '2025-01-20',
  '2025-04-24',
  '2025-09-22',
  '2025-09-28',
  '2026-02-06',
  '2026-03-02',
  '2026-06-13',
];

async function live(seed: number): Promise<void> {
  const dice = new Dice(seed);
  const playwright = new Playwright(themes[seed % themes.length]!, dice, craft.world);
  const sequence = new Sequence(craft, String(seed), dice.pick(starts), coverage);
  try {
    await sequence.file(dice);
    for (let step = 0; step < 40; step += 1) {
      sequence.wait(daysOn(dice));
      if (sequence.isOverdue() && dice.chance(0.5)) await sequence.sweep();
      const { c } = sequence;
      await sequence.play(playwright.next(c), dice);
      if (!swept.has(c.stage) && !sequence.isOverdue()) await tryEverything(sequence, dice);
    }
    sequence.wait(0);
    if (sequence.isOverdue()) await sequence.sweep();
    sequence.c.today = sequence.today;
    const state = await expectRebuilt(database.pool, sequence.caseId);
    expectSameClocks(sequence.c, state, calendar);
  } catch (error) {
    const told = [`ACCORD_MODEL_SEED=${seed}`, ...sequence.trace].join('\n');
    throw new Error(`${told}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

function daysOn(dice: Dice): number {
  const chance = dice.next();
  if (chance < 0.65) return 0;
  if (chance < 0.86) return 1;
  return chance < 0.96 ? 2 + dice.upTo(3) : 5 + dice.upTo(14);
}

/** Whoever, whatever, that the model forbids in this stage is tried there once; nothing may come of it. */
async function tryEverything(sequence: Sequence, dice: Dice): Promise<void> {
  const { c } = sequence;
  swept.add(c.stage);
  const actors = [
    'complainant',
    'respondent',
    'handler',
    'colleague',
    'supervisor',
    'chief',
    'manager',
    'expertA',
    'stranger',
    'admin',
  ];
  for (const command of commands) {
    for (const actor of actors) {
      const move = moveOf(c, dice, craft.world, craft.world.players[actor]!, command);
      if (foresee(c, move, craft.world) === null) continue;
      const told = sequence.trace.length;
      await sequence.play(move, dice);
      sequence.trace.length = told;
    }
  }
}

describe('a case, lived by the server and by a model of the product page', () => {
  it('knows every command in the model', () => {
    // What is filed, or announced for a filing, is no command on a case.
    const others = ['submitCase', 'createEvidenceUpload'];
    expect(commands.toSorted()).toEqual(commandNames.filter((name) => !others.includes(name)).toSorted());
    expect(starts.some((day) => !isWorkingDay(day))).toBe(true);
  });

  it(
    `goes the same way in both, through ${sequenceCount} random sequences`,
    async () => {
      const seeds = Array.from({ length: sequenceCount }, (_each, index) => firstSeed + index);
      const failures: string[] = [];
      await Promise.all(
        Array.from({ length: lanes }, async () => {
          for (let seed = seeds.shift(); seed !== undefined && failures.length < tolerated; seed = seeds.shift()) {
            await live(seed).catch((error: unknown) => failures.push(String(error)));
          }
        }),
      );
      if (failures.length > 0) throw new Error(`${failures.length} of ${sequenceCount}\n${failures.join('\n\n')}`);
    },
    60_000 + sequenceCount * 5_000,
  );

  it('has tried every command in every stage', () => {
    const all = stages.flatMap((stage) => commands.map((command) => pair(stage, command)));
    expect(all.filter((each) => !coverage.tried.has(each))).toEqual([]);
    const done = new Set([...coverage.succeeded].map((each) => each.split(' ')[1]));
    expect(commands.filter((command) => !done.has(command))).toEqual([]);
  });
});
