import { DomainError } from '../domain/domain-error.js';
import type { LocalDate } from '../domain/working-calendar.js';
import { conditionsOf } from './case-filter.js';
import type { CaseFilter, Condition, Reach } from './case-filter.js';
import { orderedCases, readOfOrder } from './case-order.js';
import type { CaseOrder } from './case-order.js';
import { caseRead } from './case.js';
import type { ConnectionRead, Place } from './field.js';
import { pageOf } from './page.js';
import type { PageArguments } from './page.js';
import { Read } from './read.js';
import type { PageRead } from './read.js';
import type { Viewer } from './viewer.js';

export interface CasesQuestion extends PageArguments {
  filter?: CaseFilter | null;
  orderBy?: CaseOrder | null;
}

/** Cases that the viewer may see, a page of them, their clocks as they stand today; by default the newest first. */
export function readCases(question: CasesQuestion, viewer: Viewer, today: LocalDate): Read {
  const orderBy = question.orderBy ?? { field: 'FILED_AT', direction: 'DESC' };
  const order = `${orderBy.field} ${orderBy.direction}`;
  const { keys, reach } = readOfOrder[orderBy.field];
  const page = pageOf(question, keys, order);
  const conditions = conditionsOf(question.filter ?? {});
  for (const { name, reach: ofField } of conditions) requireOpen(`filter.${name}`, ofField, viewer);
  requireOpen(`orderBy ${orderBy.field}`, reach, viewer);
  const values = {
    ...Object.fromEntries(conditions.map(({ name, value }) => [name, value])),
    today,
    cursor: page.cursor,
  };
  const shape = JSON.stringify([
    order,
    page.size,
    page.isBackward,
    page.cursor !== null,
    conditions.map(({ name }) => name),
  ]);
  const root: PageRead = {
    kind: 'page',
    connection: casesWhere(conditions, orderBy),
    page,
    order,
    isDescending: orderBy.direction === 'DESC',
  };
  return new Read(root, values, shape);
}

/** A filter or an order would tell what its field does not show. */
function requireOpen(name: string, reach: Reach, { roles }: Viewer): void {
  const isOutlineOnly = roles.includes('MANAGER') && !roles.includes('HANDLER') && !roles.includes('SUPERVISOR');
  if (isOutlineOnly && reach !== 'OUTLINE') throw new DomainError('FORBIDDEN', `${name} is not open to you`);
}

function casesWhere(conditions: Condition[], orderBy: CaseOrder): ConnectionRead {
  const { keys, reach } = readOfOrder[orderBy.field];
  return {
    kind: 'connection',
    of: () => caseRead,
    keys,
    source: (alias, _row, place) => {
      const asked = conditions.flatMap(({ sql, reach: ofField }) => [
        sql(alias, place),
        ...readable(ofField, alias, place),
      ]);
      return {
        from: orderedCases(place, orderBy, alias),
        where: ['true', ...asked, ...readable(reach, alias, place)].join(' and '),
      };
    },
  };
}

/** Who sees some cases in outline only filters and orders by the rest of a case where they read it. */
function readable(reach: Reach, row: string, { scope }: Place): string[] {
  if (reach === 'OUTLINE' || !(scope.isManager || scope.isExpert)) return [];
  return [reach === 'REVIEWED' ? `(${row}.is_inside or ${row}.is_expert)` : `${row}.is_inside`];
}
