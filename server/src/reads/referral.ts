import { column, globalId, instant, referenced, sql } from './field.js';
import type { TypeRead } from './field.js';

export const referralRouteRead: TypeRead = {
  name: 'ReferralRoute',
  fields: {
    id: globalId('route'),
    kind: column('kind'),
    name: sql(
      (row, { statement }) => `case when ${statement.locale()} = 'en' then ${row}.name_en else ${row}.name_zh end`,
    ),
    phone: column('phone'),
    caseTypes: column('case_types'),
  },
};

export const referralRead: TypeRead = {
  name: 'Referral',
  fields: {
    route: referenced(() => referralRouteRead, 'referral_route', 'route_id'),
    referredAt: instant('referred_at'),
  },
};
