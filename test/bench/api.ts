import { people } from '@accord/seeds/scenarios/people';
import pg from 'pg';
import { refuseAll } from './abuse.ts';
import { openBenchDatabase } from './database.ts';
import { askOnce } from './load-generator.ts';
import { measure, warm, type Effort } from './measure.ts';
import { askings, pageDocument, type Asking, type Subject } from './question.ts';
import { measuredLine, measuredTitle, refusedLine, refusedTitle } from './report.ts';
import { serve, type Served } from './served.ts';

export interface ApiOptions {
  cases: number;
  connections: readonly number[];
  effort: Effort;
  /** Only questions whose name holds this, and nothing that is refused. */
  only: string;
  /** Where the server leaves a profile of its CPU. */
  profileInto: string | null;
}

/**
 * Measures the API on a loaded database, each operation beside its limit (one hand-written statement behind bare `node:http`) in the
 * same run, and how fast what must be refused is refused; tells the result in lines.
 */
export async function benchApi(
  { cases, connections, effort, only, profileInto }: ApiOptions,
  report: (line: string) => void,
) {
  await using cleanup = new AsyncDisposableStack();
  const database = await openBenchDatabase(cases, report);
  cleanup.defer(() => database.close());
  const environment = {
    DATABASE_URL: database.url,
    PORT: '0',
    HOST: '127.0.0.1',
    ACCORD_DEMO: 'on',
    // One person asks for all.
    RATE_LIMIT: '1000000000',
    BENCH_NOW: database.now.toISOString(),
  };
  const profile = profileInto ? ['--cpu-prof', `--cpu-prof-dir=${profileInto}`] : [];
  const accord = await serve('accord-server', environment, profile);
  cleanup.defer(() => accord.stop());
  const subject = await readSubject(accord, database.url);
  const every = askings(subject);
  const sample = await writeSample(accord, every);
  const limit = await serve('limit-server', { ...environment, ...sample });
  cleanup.defer(() => limit.stop());
  await requireSameAnswers(accord, limit, every);
  report(measuredTitle);
  for (const asking of every.filter(({ name }) => name.includes(only))) {
    await warm(asking, { accord, limit }, effort);
    for (const count of connections) report(measuredLine(await measure(asking, count, { accord, limit }, effort)));
  }
  // Who asks for one question wants nothing else in its profile.
  if (only) return;
  report(refusedTitle);
  const refused = await refuseAll(accord, every[0]!, subject.tokenOf(people.hezhiqiang), effort);
  for (const each of refused) report(refusedLine(each));
}

/** Cases and dates to ask about, chosen by their ids so that every run asks the same; and tokens. */
async function readSubject(accord: Served, url: string): Promise<Subject> {
  const answer = await fetch(`${accord.url}/demo`, { headers: { accept: 'application/json' } });
  const listed = (await answer.json()) as { people: { id: string; token: string }[] };
  const tokens = new Map(listed.people.map(({ id, token }) => [id, token]));
  const tokenOf = ({ id }: { id: string }) => tokens.get(`person_${id}`)!;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: found } = await client.query<{ id: string }>(
    `select c.id from dispute_case c where c.team_id = $1
       and exists (select from negotiation_round r where r.case_id = c.id) order by md5(c.id::text) limit 2000`,
    [people.hezhiqiang.teamIds[0]],
  );
  const { rows: days } = await client.query<{ date: string }>(
    `select received_on::text as date from dispute_case group by 1 having count(*) > 0 order by 1 desc`,
  );
  await client.end();
  // A page begins on one of fifty days in the second half of what is there: enough lies before each.
  const half = days.slice(0, Math.ceil(days.length / 2)).map(({ date }) => date);
  const dates = half.filter((_, index) => index % Math.ceil(half.length / 50) === 0);
  const caseIds = found.map(({ id }) => `case_${id}`);
  const deep = await Promise.all(dates.slice(0, 5).map((date) => deepCursor(accord, tokenOf(people.hezhiqiang), date)));
  return { caseIds, dates, deep, tokenOf };
}

/** The cursor of the last row a thousand pages of 50 after the first of a date, or of the last page but one. */
async function deepCursor({ url }: Served, token: string, date: string): Promise<{ date: string; cursor: string }> {
  const query = pageDocument.replace('first: 50', 'first: 100').replace(/nodes \{.*?\} pageInfo/s, 'pageInfo');
  let cursor: string | null = null;
  for (let page = 0; page < 500; page += 1) {
    const body = JSON.stringify({ query, variables: { to: date, after: cursor } });
    const answer = await askOnce(url, { path: '/graphql', body, token });
    const { hasNextPage, endCursor } = (JSON.parse(answer) as PageAnswer).data.cases.pageInfo;
    if (!hasNextPage && cursor) break;
    cursor = endCursor;
  }
  return { date, cursor: cursor! };
}

interface PageAnswer {
  data: { cases: { pageInfo: { hasNextPage: boolean; endCursor: string } } };
}

/** Cases and one piece of evidence, submitted: the limit writes the rows of the last case, and of that piece, again. */
async function writeSample({ url }: Served, every: readonly Asking[]): Promise<Record<string, string>> {
  const [submit, add] = every.slice(-2) as [Asking, Asking];
  const ask = async (asking: Asking) => {
    const answer = await askOnce(url, asking.accord(0, 0));
    const id = /"id" ?: ?"(?:case|evidence)_([^"]+)"/.exec(answer)?.[1];
    if (!id) throw new Error(`The sample is refused: ${answer}`);
    asking.hear?.(answer);
    return id;
  };
  // Enough of them that every connection of both sides adds evidence to a case of its own.
  for (let filed = 1; filed < 128; filed += 1) await ask(submit);
  return { BENCH_CASE: await ask(submit), BENCH_EVIDENCE: await ask(add) };
}

/** What is read must be the same on both sides, or the comparison says nothing. */
async function requireSameAnswers(accord: Served, limit: Served, every: readonly Asking[]): Promise<void> {
  for (const asking of every.slice(0, 3)) {
    const [said, expected] = await Promise.all([
      askOnce(accord.url, asking.accord(0, 0)),
      askOnce(limit.url, asking.limit(0, 0)),
    ]);
    const { data } = JSON.parse(said) as { data: unknown };
    if (JSON.stringify(data) !== JSON.stringify((JSON.parse(expected) as { data: unknown }).data))
      throw new Error(`${asking.name}: the limit answers something else.\n${said}\n${expected}`);
  }
}
