import type { Id } from '../domain/case.js';
import { badInput } from '../domain/domain-error.js';
import type { ComputedRead } from './field.js';
import { locales } from './viewer.js';

/** Of a case: null for whom it is not theirs to read whole. */
export const fileOfCase: ComputedRead = {
  kind: 'computed',
  own: {
    hidden: (row) => `case when ${row}.is_inside then ${row}.id end`,
    complete(caseId, moment, { language }) {
      const asked = language == null ? moment.locale : locales.find((each) => each === language);
      if (!asked) throw badInput('language', `must be one of ${locales.join(', ')}`);
      return caseId === null ? null : moment.caseFileOf(caseId as Id, asked);
    },
  },
};
