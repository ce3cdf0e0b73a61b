import type { CaseType } from '../domain/classification.js';
import { caseRead } from './case.js';
import type { Expression, FieldRead, ListRead, ObjectRead, TypeRead } from './field.js';
import { knownHandlers, namedPeople, personRead, seatableExperts, teamRead, viewerRead } from './person.js';
import { Read } from './read.js';
import type { RootRead } from './read.js';
import { referralRouteRead } from './referral.js';
import { isAudible, visibleAmong } from './scope.js';
import { ownTransactions, transactionRead } from './transaction.js';

/** A case that the viewer may see. */
function visibleCase(condition: Expression): ObjectRead {
  return {
    kind: 'object',
    of: () => caseRead,
    source: (alias, row, place) => ({
      from: visibleAmong(place.statement, place.scope, alias, condition(row, place)),
      where: 'true',
    }),
  };
}

/** Who of those who may see a case read a row of it. */
export interface Openness {
  /** As its column `audience` says. */
  hasAudience?: boolean;
  /** The experts of the case read it beside its parties and staff. */
  isReviewed?: boolean;
}

/** A row of a case that the viewer may see, by its id among the values. */
export function rowOfCase(
  of: () => TypeRead,
  table: string,
  valueName: string,
  { hasAudience = false, isReviewed = false }: Openness = {},
): ObjectRead {
  return {
    kind: 'object',
    of,
    source: (alias, _row, { statement, scope }) => {
      const caseAlias = statement.alias('c');
      const id = statement.value(valueName, 'uuid');
      const isTheirs = `c.id = (select x.case_id from ${table} x where x.id = ${id})`;
      return {
        from: `${visibleAmong(statement, scope, caseAlias, isTheirs)} join ${table} ${alias} on ${alias}.case_id = ${caseAlias}.id`,
        where: `${alias}.id = ${id} and (${caseAlias}.is_inside or ${caseAlias}.is_expert and ${isReviewed}) and ${hasAudience ? isAudible(scope, caseAlias, alias) : 'true'}`,
        caseAlias,
      };
    },
  };
}

/** The case with this value as its id. */
export const caseWithId = (valueName: string) =>
  visibleCase((_row, { statement }) => `c.id = ${statement.value(valueName, 'uuid')}`);

function listOf(of: () => TypeRead, source: ListRead['source'], order: string): ListRead {
  return {
    kind: 'list',
    of,
    source,
    order: (alias) =>
      order
        .split(', ')
        .map((name) => `${alias}.${name}`)
        .join(', '),
  };
}

/** Who asks. */
export const signedIn: ObjectRead = {
  kind: 'object',
  of: () => viewerRead,
  source: (alias, _row, { statement }) => ({ from: `person ${alias}`, where: `${alias}.id = ${statement.viewerId()}` }),
};
const caseByIdRoot = caseWithId('id');
const caseByNumberRoot = visibleCase((_row, { statement }) => `c.number = ${statement.value('number', 'text')}`);
const handlersRoot = listOf(() => personRead, knownHandlers, 'name, id');
const expertsRoot = listOf(() => personRead, seatableExperts, 'name, id');
const peopleRoot = listOf(() => personRead, namedPeople, 'name, id');
const teamsRoot = listOf(
  () => teamRead,
  (alias) => ({ from: `team ${alias}`, where: 'true' }),
  'name, id',
);
const transactionsRoot: ListRead = {
  kind: 'list',
  of: () => transactionRead,
  source: ownTransactions,
  order: (alias) => `${alias}.paid_at desc nulls last, ${alias}.transaction_id`,
};
const routesRoot = listOf(
  () => referralRouteRead,
  (alias) => ({ from: `referral_route ${alias}`, where: 'true' }),
  'rank',
);
const routesOfTypeRoot = listOf(
  () => referralRouteRead,
  (alias, _row, { statement }) => ({
    from: `referral_route ${alias}`,
    where: `(${alias}.case_types = '{}' or ${statement.value('type', 'text')} = any(${alias}.case_types))`,
  }),
  'rank',
);

export const readViewer = () => new Read(signedIn);
export const readCaseById = (id: string, path: string) => new Read(caseByIdRoot, { id }, '', path);
export const readCaseByNumber = (number: string) => new Read(caseByNumberRoot, { number }, 'number', 'number');
export const readHandlers = () => new Read(handlersRoot);
export const readExperts = () => new Read(expertsRoot);
export const readPeople = () => new Read(peopleRoot);
export const readTeams = () => new Read(teamsRoot);
export const readTransactions = () => new Read(transactionsRoot);
export const readReferralRoutes = (type: CaseType | null) =>
  type ? new Read(routesOfTypeRoot, { type }, 'ofType') : new Read(routesRoot);

/** The event of this type that the transaction of this change wrote. */
export function eventOfChange(
  of: () => TypeRead,
  type: 'MessagePosted' | 'NoteAdded' | 'PersonalDataRevealed',
): ObjectRead {
  return {
    kind: 'object',
    of,
    source: (alias, _row, { statement, scope }) => {
      const caseAlias = statement.alias('c');
      const isTheirs = `c.id = ${statement.value('caseId', 'uuid')}`;
      const isOfChange = `${alias}.epoch = ${statement.value('epoch', 'int')} and ${alias}.xid = ${statement.value('xid', 'xid8')}`;
      return {
        from: `${visibleAmong(statement, scope, caseAlias, isTheirs)} join case_event ${alias} on ${alias}.case_id = ${caseAlias}.id`,
        where: `${isOfChange} and ${alias}.type = '${type}' and ${isAudible(scope, caseAlias, alias)}`,
        caseAlias,
      };
    },
  };
}

/** What a mutation shows: the case as it stands, and what it made. */
export function payloadRead(name: string, made: Readonly<Record<string, FieldRead>>): TypeRead {
  const eventCursor: FieldRead = {
    kind: 'scalar',
    // Sealed where it is asked for.
    sql: (_row, { statement }) => statement.bind(({ values }) => (values['eventCursor'] as () => string)(), 'text'),
  };
  return { name, fields: { case: caseWithId('caseId'), eventCursor, ...made } };
}

/** The root read of a mutation's payload. */
export const payloadRoot = (of: TypeRead): RootRead => ({ kind: 'object', of: () => of });

/** What changing oneself shows. */
const viewerChangedRoot = payloadRoot({ name: 'UpdateContactDataPayload', fields: { viewer: signedIn } });
export const readViewerChanged = () => new Read(viewerChangedRoot);
