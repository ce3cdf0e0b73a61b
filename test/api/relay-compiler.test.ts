import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
const schema = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
const connections = ['events', 'messages', 'evidence', 'proposals'] as const;
const fragmentOf = (name: string) => `Pager_${name}`;

/** Every connection of the contract, paged and refetched as Relay does. */
const documents: Record<string, string> = {
  Queue: `fragment Queue_query on Query
    @refetchable(queryName: "QueuePageQuery")
    @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }, filter: { type: "CaseFilter" }) {
      cases(first: $count, after: $cursor, filter: $filter) @connection(key: "Queue_cases", filters: ["filter"]) {
        edges { node { id number stage ...Header_case } }
      }
    }`,
  Inbox: `fragment Inbox_query on Query
    @refetchable(queryName: "InboxPageQuery")
    @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
      notifications(first: $count, after: $cursor) @connection(key: "Inbox_notifications") { edges { node { id } } }
    }`,
  Header: `fragment Header_case on Case @refetchable(queryName: "HeaderQuery") { id stage version nextDue { dueOn } }`,
  Back: `fragment Back_case on Case
    @refetchable(queryName: "BackPageQuery")
    @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
      latest: messages(last: $count, before: $cursor) @connection(key: "Back_latest") { edges { node { id text } } }
    }`,
  Follow: `subscription FollowSubscription($id: ID!) { caseUpdated(id: $id) { ...Header_case } }`,
  Say: `mutation SayMutation($input: PostMessageInput!) { postMessage(input: $input) { eventCursor case { id version } } }`,
  Page: `query PageQuery($id: ID!) { ...Queue_query ...Inbox_query case(id: $id) { ...Header_case ...Back_case ${connections.map((name) => `...${fragmentOf(name)}_case`).join(' ')} } }`,
};
for (const name of connections) {
  documents[fragmentOf(name)] = `fragment ${fragmentOf(name)}_case on Case
    @refetchable(queryName: "${fragmentOf(name)}PageQuery")
    @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
      ${name}(first: $count, after: $cursor) @connection(key: "${fragmentOf(name)}_${name}") { edges { node { id } } }
    }`;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-relay-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Compiles the documents against a schema, each as a module of its own. */
function compile(place: string, sdl: string) {
  const root = join(folder, place);
  mkdirSync(join(root, 'src'), { recursive: true });
  writeFileSync(join(root, 'schema.graphql'), sdl);
  for (const [name, document] of Object.entries(documents))
    writeFileSync(
      join(root, 'src', `${name}.ts`),
      `import { graphql } from 'relay-runtime';\nexport const document = graphql\`${document}\`;\n`,
    );
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'typescript',
    artifactDirectory: './made',
    eagerEsModules: true,
  };
  writeFileSync(join(root, 'relay.config.json'), JSON.stringify(config));
  mkdirSync(join(root, 'made'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '--noWatchman', 'relay.config.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, told: stdout + stderr, made: readdirSync(join(root, 'made')) };
}

describe('Relay', () => {
  it('compiles @connection and @refetchable on every connection of the contract, forward and backward', () => {
    const { status, told, made } = compile('contract', schema);
    expect(status, told).toBe(0);
    const operations = [
      ...connections.map((name) => `${fragmentOf(name)}PageQuery`),
      'QueuePageQuery',
      'InboxPageQuery',
    ];
    for (const name of [
      ...operations,
      'BackPageQuery',
      'HeaderQuery',
      'FollowSubscription',
      'SayMutation',
      'PageQuery',
    ])
      expect(made).toContain(`${name}.graphql.ts`);
  });

  it('is told when a connection is no longer one', () => {
    const { status, told } = compile('broken', schema.replaceAll('hasNextPage: Boolean!', 'hasMore: Boolean!'));
    expect([status, told]).not.toEqual([0, told]);
    expect(told).toContain('hasNextPage');
  });
});
