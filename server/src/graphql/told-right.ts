import { isNonNullType, isObjectType } from 'graphql';
import type { GraphQLOutputType, GraphQLSchema } from 'graphql';
import { commandOfMany } from '../commands/many-cases.js';
import { additive } from '../domain/command.js';
import { commandsWithLastDay } from '../domain/guard-table.js';
import { commandsOfEveryone, needsReason, permissionOfCommand, rolesOfCommand } from '../domain/permission.js';
import type { Capacity, CommandName } from '../domain/permission.js';
import { errorCodes } from './errors.js';
import type { ErrorCode } from './errors.js';

/** What somebody is in the case, in words. */
const capacityWords: Record<Capacity, string> = {
  COMPLAINANT: 'the complainant',
  RESPONDENT: 'the respondent',
  THIRD_PARTY: 'a third party',
  FORMER_PARTY: 'a party that has left',
  HANDLER: 'the HANDLER of the case',
  QUEUE_HANDLER: 'a HANDLER of the team while nobody has the case',
  SUPERVISOR: 'a SUPERVISOR of the team',
  IMPARTIAL_SUPERVISOR: 'a SUPERVISOR of the team who never handled the case',
  EXPERT: 'an EXPERT seated in the case',
  INTEGRATION: 'the INTEGRATION that filed the case',
  MANAGER: 'a MANAGER',
};

/** What the table does not say: its exceptions. */
const besides: Readonly<Record<string, string>> = {
  submitCase: 'for somebody else only a HANDLER or an INTEGRATION',
  createEvidenceUpload: 'anyone signed in where no case is named',
  recordPayment: 'never the system of a merchant',
};

const everyone = ['UNAUTHENTICATED', 'BAD_USER_INPUT', 'IDEMPOTENCY_MISMATCH'] as const;

/** What else refuses a mutation that does not change one case as it was seen. */
const furtherErrors: Readonly<Record<string, readonly ErrorCode[]>> = {
  submitCase: ['FORBIDDEN', 'NOT_FOUND', 'GUARD_FAILED'],
  createEvidenceUpload: ['FORBIDDEN', 'NOT_FOUND', 'VERSION_CONFLICT', 'GUARD_FAILED', 'RATE_LIMITED'],
  sampleCases: ['FORBIDDEN'],
  publishCalendar: ['FORBIDDEN'],
  setBenchmark: ['FORBIDDEN'],
  updatePerson: ['FORBIDDEN', 'NOT_FOUND'],
  updateTeam: ['FORBIDDEN', 'NOT_FOUND'],
  recordPayment: ['FORBIDDEN', 'NOT_FOUND'],
  markNotificationsRead: ['NOT_FOUND'],
  saveView: ['NOT_FOUND', 'RATE_LIMITED'],
  deleteView: ['NOT_FOUND'],
  assignCases: [],
  closeCases: [],
  updateContactData: [],
};

/** Ends the description of each mutation with who may use it, what refuses it, and what of its answer is null when. */
export function tellRights(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { name, description, type } = field;
    const codes = errorsOf(name);
    const errors = errorCodes.filter((code) => codes.includes(code));
    const told = `May be used by: ${usersOf(name).join(', ')}. Errors: ${errors.join(', ')}.${nullsOf(type)}`;
    field.description = `${description}\n\n${told}`;
  }
  return schema;
}

function usersOf(name: string): string[] {
  const exceptions = besides[name] ?? [];
  if ((commandsOfEveryone as readonly string[]).includes(name)) return ['anyone signed in'].concat(exceptions);
  if (Object.hasOwn(rolesOfCommand, name))
    return rolesOfCommand[name as keyof typeof rolesOfCommand].map((role) => `an ${role}`).concat(exceptions);
  const command = Object.hasOwn(commandOfMany, name) ? commandOfMany[name as keyof typeof commandOfMany] : name;
  // A mutation that the table of rights does not know must not be told as anything.
  if (!Object.hasOwn(permissionOfCommand, command)) throw new Error(`the table of rights does not know ${name}`);
  return inWords(command as CommandName).concat(exceptions);
}

function inWords(command: CommandName): string[] {
  const allowed: readonly Capacity[] = permissionOfCommand[command];
  const parties: readonly Capacity[] = ['COMPLAINANT', 'RESPONDENT', 'THIRD_PARTY'];
  const areAll = parties.every((party) => allowed.includes(party));
  const others = allowed.filter((capacity) => !areAll || !parties.includes(capacity));
  const words = others.map((capacity) => {
    const who = capacityWords[capacity];
    return needsReason(command, capacity) ? `${who} with a reason` : who;
  });
  return areAll ? ['a party', ...words] : words;
}

function errorsOf(name: string): ErrorCode[] {
  const further = furtherErrors[name];
  if (further) return [...everyone, ...further];
  const command = name as CommandName;
  const codes: ErrorCode[] = [...everyone, 'FORBIDDEN', 'NOT_FOUND'];
  if (!additive.includes(command)) codes.push('VERSION_CONFLICT');
  codes.push('GUARD_FAILED');
  if (commandsWithLastDay.includes(command)) codes.push('DEADLINE_PASSED');
  return codes;
}

/** Of the answer to a change of a case all can be null that the right to see the case is needed for. */
function nullsOf(type: GraphQLOutputType): string {
  const payload = isNonNullType(type) ? type.ofType : type;
  if (!isObjectType(payload) || !('case' in payload.getFields())) return '';
  const names = Object.values(payload.getFields()).flatMap((field) => (isNonNullType(field.type) ? [] : field.name));
  return ` Null once you may not see the case: ${names.join(', ')}.`;
}
