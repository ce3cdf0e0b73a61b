import { column, instant, sql } from './field.js';
import type { ListRead, TypeRead } from './field.js';
import { money } from './money.js';
import { isAudible } from './scope.js';

const paymentRecordRead: TypeRead = {
  name: 'PaymentRecord',
  fields: {
    reference: column('reference'),
    kind: column('kind'),
    amount: money(),
    at: instant('at'),
    externalId: column('external_id'),
    recordedAt: instant('recorded_at'),
  },
};

/** For staff, and for the system that filed the case as far as it reported them itself. */
export const paymentRecordsOfCase: ListRead = {
  kind: 'list',
  of: () => paymentRecordRead,
  source: (alias, row, { statement, caseAlias }) => ({
    from: `payment_record ${alias}`,
    where: `${alias}.reference = (select t.reference from payment_transaction t where t.id = ${row}.transaction_id)
      and (${caseAlias}.is_staff or ${alias}.reported_by = ${statement.viewerId()})`,
  }),
  order: (alias) => `${alias}.at, ${alias}.id`,
};

const automaticCheckRead: TypeRead = {
  name: 'AutomaticCheck',
  fields: { finding: sql((row) => `${row}.payload->>'finding'`), checkedAt: instant('at') },
};

/** Read off the log; what nothing followed from is for staff. */
export const automaticChecksOfCase: ListRead = {
  kind: 'list',
  of: () => automaticCheckRead,
  source: (alias, row, { scope, caseAlias }) => ({
    from: `case_event ${alias}`,
    where: `${alias}.case_id = ${row}.id and ${alias}.type = 'PaymentChecked' and ${isAudible(scope, caseAlias, alias)}`,
  }),
  order: (alias) => `${alias}.seq`,
};
