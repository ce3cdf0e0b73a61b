import type { Reach } from './case-filter.js';
import { clockExpressions } from './clock-expression.js';
import { amountKey, dateKey, idKey, instantKey, smallKey, textKey } from './cursor.js';
import type { CursorKey, Place } from './field.js';
import { visibleCases } from './scope.js';

export const caseOrderFields = [
  'NEXT_DUE_ON',
  'FILED_AT',
  'UPDATED_AT',
  'ELAPSED',
  'AMOUNT',
  'NUMBER',
  'QUEUE',
] as const;
export type CaseOrderField = (typeof caseOrderFields)[number];

export interface CaseOrder {
  field: CaseOrderField;
  direction: 'ASC' | 'DESC';
}

interface OrderRead {
  keys: readonly CursorKey[];
  reach: Reach;
  /** What is ordered by, where it is no column of the case: its name, and its value over a row of `visibleCases`. */
  computed?: { name: string; sql: (row: string, place: Place, isDescending: boolean) => string };
}

/** Where there is no value the case comes last, whichever way. */
const last = (isDescending: boolean, least: string, most: string) => (isDescending ? least : most);

/** How cases are ordered by each field; the last key tells equals apart. */
export const readOfOrder: Record<CaseOrderField, OrderRead> = {
  NEXT_DUE_ON: {
    keys: [dateKey('order_due_on'), idKey],
    reach: 'OUTLINE',
    computed: {
      name: 'order_due_on',
      sql: (
        row,
        { statement },
        isDescending,
      ) => `coalesce((select ${clockExpressions(statement, 'k').dueOn} from clock k
        where k.case_id = ${row}.id and k.kind = ${row}.next_due_clock and k.state in ('RUNNING', 'PAUSED')), '${last(isDescending, '-infinity', 'infinity')}')`,
    },
  },
  FILED_AT: { keys: [instantKey('filed_at'), idKey], reach: 'OUTLINE' },
  UPDATED_AT: { keys: [instantKey('updated_at'), idKey], reach: 'OUTLINE' },
  ELAPSED: {
    keys: [amountKey('order_elapsed'), idKey],
    reach: 'OUTLINE',
    computed: {
      name: 'order_elapsed',
      sql: (row, { statement }) => `coalesce((select (${clockExpressions(statement, 'k').elapsed})::bigint from clock k
        where k.case_id = ${row}.id and k.kind = 'OVERALL' order by k.cycle desc limit 1), 0)`,
    },
  },
  AMOUNT: {
    keys: [amountKey('order_amount'), idKey],
    reach: 'REVIEWED',
    computed: {
      name: 'order_amount',
      sql: (row, _place, isDescending) =>
        `coalesce(${row}.disputed_amount_minor, ${last(isDescending, '-1', '9223372036854775807')})`,
    },
  },
  NUMBER: { keys: [textKey('number')], reach: 'OUTLINE' },
  QUEUE: { keys: [smallKey('queue_rank'), instantKey('filed_at'), idKey], reach: 'INSIDE' },
};

/** The cases that the viewer may see, as a FROM item with what they are ordered by. */
export function orderedCases(place: Place, { field, direction }: CaseOrder, alias: string): string {
  const { computed } = readOfOrder[field];
  if (!computed) return visibleCases(place.statement, place.scope, alias);
  const row = place.statement.alias('v');
  const value = computed.sql(row, place, direction === 'DESC');
  return `(select ${row}.*, ${value} as ${computed.name} from ${visibleCases(place.statement, place.scope, row)}) as ${alias}`;
}
