import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLInputObjectType,
} from 'graphql';

/** What an id field of an input names, where its name does not say so. */
const named: Readonly<Record<string, string>> = {
  handlerId: 'person',
  expertId: 'person',
  payerId: 'person',
  onBehalfOfId: 'person',
  respondentIds: 'person',
  fromPartyId: 'party',
  obligorId: 'party',
  beneficiaryId: 'party',
  attendeePartyIds: 'party',
  supersedesId: 'evidence',
  evidenceUploadIds: 'upload',
  parentId: 'proposal',
  reversesId: 'movement',
  subjectId: 'finding',
  id: 'view',
};

/** What a field of ids names: the beginning of its ids. */
export const typeOfIds = (field: string) => named[field] ?? field.replace(/Ids?$/, '');

/** An input of the rules as the API takes it: ids say of what they are, and what the input has no field for is left out. */
export function globalInput(type: GraphQLInputType, value: unknown, field = ''): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return globalInput(type.ofType as GraphQLInputType, value, field);
  if (isListType(type))
    return (value as unknown[]).map((each) => globalInput(type.ofType as GraphQLInputType, each, field));
  if (isInputObjectType(type)) {
    const given = value as Record<string, unknown>;
    const fields = Object.values(type.getFields()).filter(({ name }) => name in given);
    return Object.fromEntries(fields.map((each) => [each.name, globalInput(each.type, given[each.name], each.name)]));
  }
  if (getNamedType(type).name !== 'ID' || typeof value !== 'string' || value.includes('_')) return value;
  return `${typeOfIds(field)}_${value}`;
}

/** The same input with one thing in it another: once for each field that it has, or could have a reason in. */
export function* otherInputs(
  type: GraphQLInputObjectType,
  input: Record<string, unknown>,
): Generator<Record<string, unknown>> {
  for (const field of Object.values(type.getFields())) {
    if (['caseId', 'expectedVersion', 'idempotencyKey'].includes(field.name)) continue;
    const value = input[field.name];
    if (value !== undefined && value !== null && !isEmpty(value))
      yield { ...input, [field.name]: another(field, value) };
    else if (field.name === 'reason') yield { ...input, reason: '另有原因' };
  }
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

function another(field: GraphQLInputField, value: unknown): unknown {
  return anotherOf(field.type, value);
}

function anotherOf(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return anotherOf(type.ofType as GraphQLInputType, value);
  if (isListType(type)) {
    const [first, ...rest] = value as unknown[];
    return first === undefined ? value : [anotherOf(type.ofType as GraphQLInputType, first), ...rest];
  }
  if (isEnumType(type)) return type.getValues().find(({ name }) => name !== value)?.name ?? value;
  if (isInputObjectType(type)) {
    const given = value as Record<string, unknown>;
    const field = Object.values(type.getFields()).findLast(
      ({ name }) => given[name] !== undefined && given[name] !== null,
    )!;
    return { ...given, [field.name]: another(field, given[field.name]) };
  }
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  if (type.name === 'ID') return text.slice(0, -4) + (text.endsWith('0000') ? '1111' : '0000');
  if (type.name === 'Date') return text.slice(0, 8) + (text.endsWith('15') ? '16' : '15');
  if (type.name === 'DateTime') return new Date(Date.parse(text) - 60_000).toISOString();
  return text.replace(/.$/s, (last) => (last === 'a' ? 'b' : 'a'));
}
