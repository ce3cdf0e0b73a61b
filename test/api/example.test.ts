import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sampleOperations } from '@accord/server/graphql/explorer-samples';
import { createSchema } from '@accord/server/graphql/schema';
import { getVariableValues, Kind, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { handClock } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
});
afterAll(() => app.close());

const example = (name: string) => fileURLToPath(import.meta.resolve(`@accord/schema/examples/${name}`));

describe('the example with curl', () => {
  it('files a case with a file of evidence, once however often it runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'accord-example-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('voucher')]);
    writeFileSync(join(folder, 'voucher.png'), bytes);
    const environment = { PATH: process.env.PATH, TOKEN: api.token(cast.complainant) };
    const run = (key: string) =>
      promisify(execFile)('bash', [example('file-a-case.sh'), app.url], {
        cwd: folder,
        env: { ...environment, KEY: key },
      });

    const { data } = JSON.parse((await run('first')).stdout);
    const { case: filed } = data.submitCase;
    expect(filed).toMatchObject({ stage: 'SUBMITTED', nextDue: { clock: 'RESPONSE', dueOn: '2026-03-09' } });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(filed.evidence.nodes).toMatchObject([{ file: { name: 'voucher.png', sha256 } }]);
    // Other bytes under the same key are another intent; a repeat of the example announces its file anew.
    expect(JSON.parse((await run('first')).stdout).errors[0].extensions.code).toBe('IDEMPOTENCY_MISMATCH');
    expect(JSON.parse((await run('second')).stdout).data.submitCase.case.id).not.toBe(filed.id);
  });
});

describe('the example for Node', () => {
  it('files a case and tells each change of it until it has ended', async () => {
    const child = spawn(process.execPath, [example('follow-a-case.js'), api.token(cast.complainant), app.url]);
    onTestFinished(() => void child.kill());
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (told += String(chunk)));
    const ended = new Promise((done) => child.once('exit', done));
    const lines = () => told.trim().split('\n');
    const last = (words: string) => vi.waitFor(() => expect(lines().at(-1)!.endsWith(words), told).toBe(true), 20_000);

    await last('SUBMITTED RESPONSE due 2026-03-09');
    const [number] = lines()[0]!.split(' ');
    const { data } = await api.ask<{ case: { id: string } }>(
      cast.complainant,
      'query ($number: String!) { case(number: $number) { id } }',
      { number },
    );
    const act = async (command: string, person: Cast['handler'], input: object) => {
      const mutation = `mutation ($input: ${command[0]!.toUpperCase()}${command.slice(1)}Input!) { ${command}(input: $input) { eventCursor } }`;
      const { errors } = await api.ask(person, mutation, { input: { caseId: data.case.id, ...input } });
      expect(errors).toEqual([]);
    };
    await act('assignCase', cast.supervisor, { handlerId: `person_${cast.handler.id}` });
    await act('acceptCase', cast.handler, { complexity: 'LOW' });
    await last('ACCEPTED INVESTIGATION due 2026-03-09');
    await act('withdrawCase', cast.complainant, { reason: '问题已自行解决' });
    expect(await ended).toBe(0);
    expect(lines().at(-1)).toBe(`${number} WITHDRAWN `.trim());
  });
});

describe('the README', () => {
  it.each(['follow-a-case.js', 'use-case.tsx'])('shows %s as it is', (name) => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(readFileSync(example(name), 'utf8').trimEnd());
  });

  it('asks by curl what is answered', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, body] = /^ *-d '(.+)'$/m.exec(readme)!;
    const response = await api.post(body!, { authorization: `Bearer ${api.token(cast.complainant)}` });
    expect(await response.json()).toMatchObject({
      data: { viewer: { roles: ['USER'] }, cases: { totalCount: expect.any(Number) } },
    });
  });
});

describe('the sample operations of the explorer', () => {
  const schema = createSchema();

  it.each(sampleOperations.map((sample) => [sample.query.split('\n')[0]!, sample] as const))(
    'fit the contract: %s',
    (_title, { query, variables = '{}' }) => {
      const document = parse(query);
      expect(validate(schema, document)).toEqual([]);
      const [operation] = document.definitions;
      const definitions = operation?.kind === Kind.OPERATION_DEFINITION ? operation.variableDefinitions : undefined;
      const given = JSON.parse(variables) as Record<string, unknown>;
      if (Object.keys(given).length > 0)
        expect(getVariableValues(schema, definitions ?? [], given).errors).toBeUndefined();
    },
  );
});
