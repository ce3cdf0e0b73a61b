import chinese from '@accord/schema/labels/zh-CN.json' with { type: 'json' };
import english from '@accord/schema/labels/en.json' with { type: 'json' };
import { buildSchema, isEnumType } from 'graphql';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Labels = Record<string, Record<string, string>>;

const labels: Record<'zh-CN' | 'en', Labels> = { 'zh-CN': chinese, en: english };
const contract = readFileSync(fileURLToPath(import.meta.resolve('@accord/schema/schema.graphql')), 'utf8');

const enums = Object.values(buildSchema(contract).getTypeMap()).filter(
  (type) => isEnumType(type) && !type.name.startsWith('__'),
);
const fromContract = Object.fromEntries(
  enums.map((type) => [
    type.name,
    isEnumType(type)
      ? type
          .getValues()
          .map((value) => value.name)
          .toSorted()
      : [],
  ]),
);

/** The closed set of `extensions.code`. */
const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'VERSION_CONFLICT',
  'GUARD_FAILED',
  'DEADLINE_PASSED',
  'IDEMPOTENCY_MISMATCH',
  'CURSOR_EXPIRED',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_REQUIRED',
  'INTERNAL',
].toSorted();

describe.each(['zh-CN', 'en'] as const)('the labels in %s', (language) => {
  const named = Object.fromEntries(
    Object.entries(labels[language]).map(([name, values]) => [name, Object.keys(values).toSorted()]),
  );

  it('name every value of every enum of the contract, every error code, and nothing else', () => {
    expect(named).toEqual({ ...fromContract, ErrorCode: errorCodes });
  });

  it('are words, not codes', () => {
    const words = Object.values(labels[language]).flatMap((values) => Object.values(values));
    expect(words.filter((word) => word.trim() === '' || /[A-Z]{2}_|_[A-Z]{2}/.test(word))).toEqual([]);
  });

  it('tell the values of one enum apart', () => {
    const twins = Object.entries(labels[language]).filter(
      ([, values]) => new Set(Object.values(values)).size < Object.keys(values).length,
    );
    expect(twins.map(([name]) => name)).toEqual([]);
  });
});

it('the Chinese labels are Chinese', () => {
  const words = Object.values(labels['zh-CN']).flatMap((values) => Object.values(values));
  expect(words.filter((word) => !/\p{Script=Han}/u.test(word))).toEqual([]);
});
