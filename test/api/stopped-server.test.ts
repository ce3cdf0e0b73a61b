import { readConfig } from '@accord/server/config';
import { addDays, dueDate, shanghaiDate } from '@accord/server/domain/working-calendar';
import { openRuntime, type OpenRuntime } from '@accord/seeds/runtime';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { createCast, type Cast } from '../support/cast.js';
import { turnDatabaseClock } from '../support/database-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { expectRebuilt, storedEvents } from '../support/rebuild.js';
import { filing, road } from '../support/road.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';

let database: TestDatabase;
let open: OpenRuntime;
let cast: Cast;
const processes: ServerProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  open = await openRuntime(readConfig({ DATABASE_URL: database.url }));
  cast = await createCast(open.runtime.pool);
  // Of a database with cases the demo keeps away; its tokens are what is wanted of it.
  await road(open.runtime).submit(cast.stranger);
});
afterEach(async () => {
  for (const { kill } of processes) kill('SIGKILL');
  await Promise.all(processes.splice(0).map(({ ended }) => ended));
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

async function start(): Promise<Api> {
  const server = startServerProcess({ DATABASE_URL: database.url, ACCORD_DEMO: 'on' });
  processes.push(server);
  return openApi({ url: await server.ready });
}

async function killAll(): Promise<void> {
  for (const { kill } of processes) kill('SIGKILL');
  for (const { ended } of processes.splice(0)) expect(await ended).toBe('SIGKILL');
}

/* oxlint-disable-next-line typescript/no-explicit-any -- an answer of GraphQL, looked at by tests */
type Answer = any;

async function does(api: Api, who: keyof Cast, command: string, input: object): Promise<Answer> {
  const name = command[0]!.toUpperCase() + command.slice(1);
  const text = `mutation ($input: ${name}Input!) { ${command}(input: $input) { case { id } } }`;
  const { data, errors } = await api.ask<Answer>(cast[who] as never, text, { input });
  expect(errors).toEqual([]);
  return data[command].case;
}

const standing = `query ($id: ID!) { case(id: $id) { stage outcome clarifications { status dueOn } clocks { kind state stoppedAt verdict } } }`;
const read = async (api: Api, id: string): Promise<Answer> =>
  (await api.ask<Answer>(cast.complainant, standing, { id })).data.case;

it('lets a deadline that passed while every process was killed act once, on its due date, though two start at once', async () => {
  const first = await start();
  const { id } = await does(first, 'complainant', 'submitCase', {
    ...filing,
    respondentIds: [`person_${cast.respondent.id}`],
  });
  await does(first, 'handler', 'assignCase', { caseId: id, handlerId: `person_${cast.handler.id}` });
  const question = { caseId: id, question: '请补充订单号。', onLapse: 'DEEMED_WITHDRAWN' };
  await does(first, 'handler', 'requestClarification', question);
  const asked = await read(first, id);
  const { calendar } = await open.runtime.published.inForce(open.runtime.pool);
  const { dueOn } = dueDate(calendar, shanghaiDate(new Date()), 5);
  expect(asked).toMatchObject({ stage: 'SUBMITTED', clarifications: [{ status: 'OPEN', dueOn }] });
  await killAll();

  // Nobody is there on the due date, nor on the day after.
  await turnDatabaseClock(database.superuserUrl, '20 days');
  const [one, two] = await Promise.all([start(), start()]);
  await expect.poll(async () => (await read(one, id)).stage, { timeout: 20_000 }).toBe('WITHDRAWN');
  const withdrawn = await read(two, id);
  expect(withdrawn).toMatchObject({ outcome: 'DEEMED_WITHDRAWN', clarifications: [{ status: 'LAPSED' }] });
  const overall = withdrawn.clocks.find(({ kind }: { kind: string }) => kind === 'OVERALL');
  expect(shanghaiDate(new Date(overall.stoppedAt))).toBe(dueOn);

  const caseId = id.replace('case_', '');
  const acts = async () =>
    (await storedEvents(open.runtime.pool, caseId)).filter(({ actor }) => actor.role === 'SYSTEM');
  const told = async () => {
    const { rows } = await open.runtime.pool.query<{ kind: string; count: number }>(
      `select kind, count(*)::int from notice where case_id = $1 and recipient_id = $2 and kind like '%LAPSED%' group by kind`,
      [caseId, cast.handler.id],
    );
    return rows;
  };
  const happened = await acts();
  expect(happened.map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
    ['ClarificationLapsed', dueOn],
    ['CaseWithdrawn', dueOn],
  ]);
  for (const { at } of happened) expect(shanghaiDate(new Date(at)) > addDays(dueOn, 1)).toBe(true);
  expect(await told()).toEqual([{ kind: 'CLARIFICATION_LAPSED', count: 1 }]);
  await expectRebuilt(open.runtime.pool, caseId);

  await killAll();
  const third = await start();
  // Ready after its first sweep has begun: what it does next comes after that sweep.
  await does(third, 'complainant', 'postMessage', { caseId: id, text: '我回来了。' });
  expect((await acts()).filter(({ type }) => type === 'ClarificationLapsed')).toHaveLength(1);
  expect(await told()).toEqual([{ kind: 'CLARIFICATION_LAPSED', count: 1 }]);
}, 240_000);
