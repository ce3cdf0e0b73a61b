import type { Id } from '../domain/case.js';
import type { CaseReason, CaseTrack, CaseType } from '../domain/classification.js';
import { DomainError } from '../domain/domain-error.js';
import type { CaseStage } from '../domain/stage.js';
import { addDays, startOfDay } from '../domain/working-calendar.js';
import type { LocalDate } from '../domain/working-calendar.js';
import { caseRead } from './case.js';
import { idKey, instantKey, smallKey, textKey } from './cursor.js';
import type { ConnectionRead, CursorKey } from './field.js';
import { pageOf } from './page.js';
import type { PageArguments } from './page.js';
import { Read } from './read.js';
import type { PageRead } from './read.js';
import { openStageList, visibleCases } from './scope.js';
import type { Statement } from './statement.js';
import type { Viewer } from './viewer.js';

export interface CaseFilter {
  stage?: CaseStage[] | null;
  type?: CaseType[] | null;
  reason?: CaseReason[] | null;
  track?: CaseTrack[] | null;
  handler?: Id[] | null;
  isUnassigned?: boolean | null;
  text?: string | null;
  /** Shanghai dates, both ends in. */
  filedOn?: { from?: LocalDate | null; to?: LocalDate | null } | null;
  isImported?: boolean | null;
  source?: string | null;
  /** Those that one of one's own notifications is about. */
  notification?: Id | null;
}

export const caseOrderFields = ['FILED_AT', 'UPDATED_AT', 'NUMBER', 'QUEUE'] as const;
export type CaseOrderField = (typeof caseOrderFields)[number];

const keysOfOrder: Record<CaseOrderField, readonly CursorKey[]> = {
  FILED_AT: [instantKey('filed_at'), idKey],
  UPDATED_AT: [instantKey('updated_at'), idKey],
  NUMBER: [textKey('number')],
  QUEUE: [smallKey('queue_rank'), instantKey('filed_at'), idKey],
};

export interface CasesQuestion extends PageArguments {
  filter?: CaseFilter | null;
  orderBy?: { field: CaseOrderField; direction: 'ASC' | 'DESC' } | null;
}

interface Condition {
  name: string;
  value: unknown;
  /** Over `c`, a row of `dispute_case`. */
  sql: (statement: Statement) => string;
  /** On what only parties and staff may read. */
  isInside?: boolean;
}

/** Cases that the viewer may see, a page of them; by default the newest first. */
export function readCases(question: CasesQuestion, viewer: Viewer): Read {
  const { field: orderField, direction } = question.orderBy ?? { field: 'FILED_AT', direction: 'DESC' };
  const order = `${orderField} ${direction}`;
  const page = pageOf(question, keysOfOrder[orderField], order);
  const conditions = conditionsOf(question.filter ?? {});
  const isByHandler = orderField === 'QUEUE';
  refuseHidden(conditions, isByHandler, viewer);
  const values = {
    ...Object.fromEntries(conditions.map(({ name, value }) => [name, value])),
    cursor: page.cursor,
  };
  const shape = JSON.stringify([
    order,
    page.size,
    page.isBackward,
    page.cursor !== null,
    conditions.map(({ name }) => name),
  ]);
  const isInside = isByHandler || conditions.some((each) => each.isInside);
  const root: PageRead = {
    kind: 'page',
    connection: casesWhere(conditions, keysOfOrder[orderField], isInside),
    page,
    order,
    isDescending: direction === 'DESC',
  };
  return new Read(root, values, shape);
}

function casesWhere(conditions: Condition[], keys: readonly CursorKey[], isInside: boolean): ConnectionRead {
  return {
    kind: 'connection',
    of: () => caseRead,
    keys,
    source: (alias, _row, { statement, scope }) => ({
      from: visibleCases(
        statement,
        scope,
        alias,
        ['true', ...conditions.map(({ sql: of }) => of(statement))].join(' and '),
      ),
      // A manager who is also staff filters what is inside only where they are.
      where: (scope.isManager || scope.isExpert) && isInside ? `${alias}.is_inside` : 'true',
    }),
  };
}

function conditionsOf(filter: CaseFilter): Condition[] {
  const conditions: Condition[] = [];
  const add = (name: string, value: unknown, sql: Condition['sql'], isInside = false) => {
    if (value !== null && value !== undefined) conditions.push({ name, value, sql, isInside });
  };
  for (const name of ['stage', 'type', 'reason', 'track'] as const) {
    add(name, filter[name], (statement) => `c.${name} = any(${statement.value(name, 'text[]')})`);
  }
  add('source', filter.source, (statement) => `c.source = ${statement.value('source', 'text')}`);
  add(
    'isImported',
    filter.isImported,
    (statement) => `(c.source is not null) = ${statement.value('isImported', 'boolean')}`,
  );
  add(
    'notification',
    filter.notification,
    (statement) => `c.id in (select n.case_id from notification x join notice n on n.notification_id = x.id
      where x.id = ${statement.value('notification', 'uuid')} and x.recipient_id = ${statement.viewerId()})`,
  );
  const { from, to } = filter.filedOn ?? {};
  add(
    'filedFrom',
    from && startOfDay(from),
    (statement) => `c.filed_at >= ${statement.value('filedFrom', 'timestamptz')}`,
  );
  add(
    'filedTo',
    to && startOfDay(addDays(to, 1)),
    (statement) => `c.filed_at < ${statement.value('filedTo', 'timestamptz')}`,
  );
  add('handler', filter.handler, (statement) => `c.handler_id = any(${statement.value('handler', 'uuid[]')})`, true);
  add(
    'isUnassigned',
    filter.isUnassigned,
    (statement) =>
      `(c.handler_id is null and c.stage = any(${openStageList})) = ${statement.value('isUnassigned', 'boolean')}`,
    true,
  );
  add('text', filter.text?.trim() || null, textCondition, true);
  return conditions;
}

/** Number, description and requested remedy: what all who may read the case may read. */
function textCondition(statement: Statement): string {
  const text = statement.value('text', 'text');
  return `(position(upper(${text}) in c.number) > 0 or exists (select from case_text t
    where t.id in (c.description_text_id, c.requested_remedy_text_id) and position(lower(${text}) in lower(t.words)) > 0))`;
}

/** A filter or an order would tell what its field does not show. */
function refuseHidden(conditions: Condition[], isByHandler: boolean, { roles }: Viewer): void {
  const isOutlineOnly = roles.includes('MANAGER') && !roles.includes('HANDLER') && !roles.includes('SUPERVISOR');
  const hidden = conditions.find(({ isInside }) => isInside);
  if (isOutlineOnly && hidden) throw new DomainError('FORBIDDEN', `filter.${hidden.name} is not open to you`);
  if (isOutlineOnly && isByHandler) throw new DomainError('FORBIDDEN', 'orderBy QUEUE is not open to you');
}
