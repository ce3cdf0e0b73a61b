import { people } from '@accord/seeds/scenarios/people';
import type { Question } from './load-generator.ts';

/** What is asked of both sides: the operation, and the path of the limit that answers the same. */
export interface Asking {
  name: string;
  /** The least share of the limit to reach (page 4 of the design). */
  goal: number;
  /** What is asked at each turn; both sides are asked the same at the same one. */
  accord: (turn: number, connection: number) => Question;
  limit: (turn: number, connection: number) => Question;
  /** Told every answer of the server. */
  hear?: (answer: string) => void;
}

/** What the loaded database offers to ask about. */
export interface Subject {
  caseIds: readonly string[];
  /** Dates before which pages begin. */
  dates: readonly string[];
  /** A cursor a thousand pages after each of some dates. */
  deep: readonly { date: string; cursor: string }[];
  tokenOf: (person: { id: string }) => string;
}

const caseDocument = `query Case($id: ID!) { case(id: $id) { id number version stage type reason filedAt description
  parties { id side name } rounds { id number phase openedAt closedAt result }
  evidence(first: 20) { totalCount nodes { id type title submittedAt } }
  events(first: 50) { nodes { id type at effectiveOn actor { role } caseVersion } } } }`;

export const pageDocument = `query Page($to: Date!, $after: String) { cases(first: 50, after: $after, filter: { filedOn: { to: $to } }) {
  nodes { id number stage type reason filedAt parties { side name } rounds { number phase result openedAt }
    evidence { totalCount } events { totalCount } } pageInfo { hasNextPage endCursor } } }`;

const submitDocument = `mutation Submit($input: SubmitCaseInput!) { submitCase(input: $input) { case { id number } } }`;
const evidenceDocument = `mutation Add($input: SubmitEvidenceInput!) { submitEvidence(input: $input) { evidence { id } } }`;

/** The operations of the bench. What is submitted is what evidence is added to. */
export function askings({ caseIds, dates, deep, tokenOf }: Subject): Asking[] {
  const reader = tokenOf(people.hezhiqiang);
  const complainant = tokenOf(people.xiaoming);
  const graphql = (query: string, variables: object, token: string): Question => ({
    path: '/graphql',
    body: JSON.stringify({ query, variables }),
    token,
  });
  const limit = (path: string, body: object, token: string): Question => ({
    path: `/${path}`,
    body: JSON.stringify(body),
    token,
  });
  const submitted: string[] = [];
  const one = <T>(all: readonly T[], turn: number) => all[(turn * 7) % all.length]!;
  /** A case that no other connection adds to at the time, and the other side never. */
  const own = (turn: number, connection: number, side: 0 | 1) => {
    const shares = Math.max(1, Math.floor(submitted.length / 128));
    return submitted[((turn % shares) * 128 + connection * 2 + side) % submitted.length]!;
  };
  const page = (name: string, of: readonly { date: string; cursor: string | null }[]): Asking => ({
    name,
    goal: 0.75,
    accord: (turn) => {
      const { date, cursor } = one(of, turn);
      return graphql(pageDocument, { to: date, after: cursor }, reader);
    },
    limit: (turn) => {
      const { date, cursor } = one(of, turn);
      return limit('page', { before: `${dayAfter(date)}T00:00:00+08:00`, after: cursor }, reader);
    },
  });
  return [
    {
      name: 'case with rounds, evidence, events',
      goal: 0.75,
      accord: (turn) => graphql(caseDocument, { id: one(caseIds, turn) }, reader),
      limit: (turn) => limit('case', { id: one(caseIds, turn) }, reader),
    },
    page(
      'page of 50',
      dates.map((date) => ({ date, cursor: null })),
    ),
    page('page of 50, 1,000 deep', deep),
    {
      name: 'submit a case',
      goal: 0.7,
      accord: () => graphql(submitDocument, { input: filing() }, complainant),
      limit: () => limit('submit', filing(), complainant),
      hear: (answer) => submitted.push(/"id" ?: ?"(case_[^"]+)"/.exec(answer)![1]!),
    },
    {
      name: 'submit evidence',
      goal: 0.7,
      accord: (turn, connection) =>
        graphql(evidenceDocument, { input: evidenceFor(own(turn, connection, 0)) }, complainant),
      limit: (turn, connection) => limit('evidence', evidenceFor(own(turn, connection, 1)), complainant),
    },
  ];
}

let filed = 0;
const run = Date.now().toString(36).toUpperCase();

function filing() {
  const amount = { amountMinor: 12_900, currency: 'CNY' };
  return {
    type: 'TRADE_DISPUTE',
    reason: 'NOT_AS_DESCRIBED',
    description: '收到的置物架与页面描述不符，尺寸小了一半，颜色也不对，联系商家三次都没有回复。',
    requestedRemedy: '退货退款，运费由商家承担',
    truthDeclared: true,
    channel: 'APP_HOME',
    product: 'PAYMENT',
    disputedAmount: amount,
    transaction: {
      reference: `BENCH${run}${(filed += 1)}`,
      paidAt: '2024-01-15T08:30:00.000Z',
      amount,
      counterparty: '橙子家居旗舰店',
      product: 'PAYMENT',
    },
    respondentIds: [`person_${people.chengzi.id}`],
  };
}

function evidenceFor(caseId: string) {
  return { caseId, type: 'CHAT_RECORD', title: '与商家的聊天记录' };
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
