import { GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';
import { calendarEnd, isLocalDate } from '../domain/working-calendar.js';

const firstDate = '1900-01-01';

function refused(message: string): never {
  throw new TypeError(message);
}

/** A scalar that is a string in JSON and in GraphQL. */
function textScalar(name: string, description: string, parse: (text: string) => string): GraphQLScalarType {
  const parseValue = (value: unknown) =>
    typeof value === 'string' ? parse(value) : refused(`${name} must be a string`);
  return new GraphQLScalarType({
    name,
    description,
    parseValue,
    parseLiteral: (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : null),
    serialize: (value) => (value instanceof Date ? value.toISOString() : value),
  });
}

function parseDate(text: string): string {
  const isDate = isLocalDate(text) && text >= firstDate && text <= calendarEnd;
  return isDate ? text : refused(`must be a date that exists, YYYY-MM-DD, from ${firstDate} through ${calendarEnd}`);
}

const instantForm = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** To milliseconds in UTC, as the API shows it. */
function parseInstant(text: string): string {
  const [, date] = instantForm.exec(text.toUpperCase()) ?? [];
  if (!date) refused('must be an instant of RFC 3339 with its offset, such as 2026-11-22T08:01:55.123Z');
  parseDate(date!);
  return new Date(text).toISOString();
}

export const GraphQLDateTime = textScalar(
  'DateTime',
  'An instant, RFC 3339. Out it is UTC with milliseconds, `2026-11-22T08:01:55.123Z`; in, any offset, which must be given.',
  parseInstant,
);

export const GraphQLDate = textScalar(
  'Date',
  'A calendar date in Asia/Shanghai, `YYYY-MM-DD`, from 1900-01-01 through 2099-12-31.',
  parseDate,
);

export const GraphQLEventCursor = textScalar(
  'EventCursor',
  'A place in the feed of events: opaque, encrypted, good in the database that gave it only.',
  (text) => (/^[\w-]{64}$/.test(text) ? text : refused('is not a cursor of this feed')),
);

function parseSafeInt(value: unknown): number {
  return Number.isSafeInteger(value)
    ? (value as number)
    : refused('must be a whole number from -9007199254740991 through 9007199254740991');
}

export const GraphQLSafeInt = new GraphQLScalarType({
  name: 'SafeInt',
  description: 'A whole number that JSON carries exactly, up to 2^53 − 1 either way.',
  parseValue: parseSafeInt,
  parseLiteral: (node) => parseSafeInt(node.kind === Kind.INT ? Number(node.value) : null),
  serialize: (value) => value,
});
