import { createSchema } from '@accord/server/graphql/schema';
import { getNamedType, isInterfaceType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLField, GraphQLNamedType } from 'graphql';
import type { Person } from '@accord/server/domain/permission';
import type { Api } from './api.js';

const schema = createSchema();
/** Opaque and encrypted anew each time. */
const neverTheSame = ['feedCursor', 'asOf'];

const fieldsOf = (type: GraphQLNamedType) =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** Small enough for what an operation may cost. */
const pageOf = ({ args }: GraphQLField<unknown, unknown>) =>
  args.some(({ name }) => name === 'first') ? '(first: 5)' : '';

/** Every field below a field, down to where a type comes again or needs to be told something. */
function selectionBelow({ type }: GraphQLField<unknown, unknown>, above: readonly string[]): string | null {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (above.includes(named.name) || above.length > 5) return null;
  const inner = fieldsOf(named)
    .filter(({ name, args }) => !args.some(isRequiredArgument) && !neverTheSame.includes(name))
    .flatMap((field) => {
      const below = selectionBelow(field, [...above, named.name]);
      return below === null ? [] : [`${field.name}${pageOf(field)}${below}`];
    });
  return inner.length > 0 ? ` { ${inner.join(' ')} }` : ' { __typename }';
}

/** Operations that together ask for everything that can be asked without an id: each root field, and of cases each field alone. */
function everything(): string[] {
  const query = schema.getQueryType()!;
  const whole = Object.values(query.getFields())
    .filter(
      ({ name, args }) =>
        !['case', 'cases'].includes(name) && !args.some(isRequiredArgument) && !neverTheSame.includes(name),
    )
    .map((field) => `{ ${field.name}${selectionBelow(field, ['Query', 'Case'])} }`);
  const pages = fieldsOf(schema.getType('Case')!).map((field) => {
    const below = selectionBelow(field, ['Query', 'Case']);
    return `{ cases(first: 2, filter: { type: [TRADE_DISPUTE, PAYMENT_ANOMALY] }) { totalCount pageInfo { endCursor hasNextPage } edges { cursor } nodes { id ${field.name}${pageOf(field)}${below ?? ' { __typename }'} } } }`;
  });
  return [...whole, ...pages];
}

const operations = everything();

/** What one has left to ask with grows from answer to answer. */
const left = /"remaining":\d+/g;

/** The answers to everything that can be asked, and to what is asked beside, as bytes, without what is left to ask with. */
export async function wholeAnswer(api: Api, viewer: Person, beside: readonly string[]): Promise<string[]> {
  const answers: string[] = [];
  for (const operation of [...operations, ...beside])
    answers.push(`${operation}\n${(await api.ask(viewer, operation)).text.replace(left, '')}`);
  return answers;
}
