import { askFor, askOnce, type Question } from './load-generator.ts';
import { median, type Effort } from './measure.ts';
import type { Asking } from './question.ts';
import type { Served } from './served.ts';

/** A document that must be refused, and what it costs to refuse it. */
export interface Refused {
  name: string;
  code: string;
  milliseconds: number;
  cpuMs: number;
  /** What ordinary requests reach beside it, as a share of what they reach alone. */
  shareOfOthers: number;
}

/** Shapes of documents that cost a careless server much more than their sender. */
function documents(token: string): [name: string, question: Question][] {
  const post = (body: string): Question => ({ path: '/graphql', body, token });
  const ask = (query: string) => post(JSON.stringify({ query }));
  return [
    ['30 levels deep', ask(`{ cases { nodes ${'{ relatedCases '.repeat(28)}{ id }${' }'.repeat(28)} } }`)],
    ['5,000 aliases', ask(`{ viewer { ${Array.from({ length: 5000 }, (_, index) => `a${index}:id`).join(' ')} } }`)],
    ['10,000 repeated fields', ask(`{ ${'a '.repeat(10_000)} }`)],
    ['batch of 101', post(JSON.stringify(Array.from({ length: 101 }, () => ({ query: '{ __typename }' }))))],
    ['60 KB of comments', ask(`#${'c'.repeat(60_000)}\n{ nothing }`)],
    ['1 MB body', ask(`{ ${'a'.repeat(1_000_000)} }`)],
    ['syntax error', ask('{ cases( }')],
  ];
}

/** Sends each one after the other, then beside ordinary requests. */
export async function refuseAll(
  accord: Served,
  asking: Asking,
  token: string,
  { rounds, seconds }: Effort,
): Promise<Refused[]> {
  const connections = 4;
  let turn = 0;
  const next = (connection: number) => asking.accord((turn += 1), connection);
  const ordinary = () => askFor(accord.url, connections, seconds, next, (answer) => !answer.includes('"errors":'));
  await ordinary();
  const refused: Refused[] = [];
  for (const [name, question] of documents(token)) {
    const times: number[] = [];
    let answer = '';
    const before = await accord.cpu();
    for (let round = 0; round < rounds * 4; round += 1) {
      const began = performance.now();
      answer = await askOnce(accord.url, question);
      times.push(performance.now() - began);
    }
    const cpuMs = ((await accord.cpu()) - before) / times.length;
    const code = /"code":"(\w+)"/.exec(answer)?.[1] ?? 'NONE';
    if (answer.includes('"data":{')) throw new Error(`${name} is answered: ${answer.slice(0, 200)}`);
    const alone = await ordinary();
    const [beside] = await Promise.all([ordinary(), againAndAgain(accord.url, question, seconds)]);
    const shareOfOthers = beside.requests / beside.seconds / (alone.requests / alone.seconds);
    refused.push({ name, code, milliseconds: median(times.sort((a, b) => a - b)), cpuMs, shareOfOthers });
  }
  return refused;
}

/** Ten times a second, each on a connection of its own, as somebody would who wants to be a nuisance. */
async function againAndAgain(url: string, question: Question, seconds: number): Promise<void> {
  for (let sent = 0; sent < seconds * 10; sent += 1) {
    await Promise.all([askOnce(url, question), new Promise((resolve) => setTimeout(resolve, 100))]);
  }
}
