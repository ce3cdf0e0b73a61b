import { column, globalId, instant, words } from './field.js';
import type { ListRead, TypeRead } from './field.js';

export const reviewRead: TypeRead = {
  name: 'CaseReview',
  fields: {
    id: globalId('review'),
    sampledAt: instant('sampled_at'),
    verdict: column('verdict'),
    scores: column('scores'),
    text: words('text_id'),
    reviewedAt: instant('reviewed_at'),
  },
};

/** For staff; a party does not learn that the case was drawn. */
export const reviewsOfCase: ListRead = {
  kind: 'list',
  of: () => reviewRead,
  source: (alias, row, { caseAlias }) => ({
    from: `case_review ${alias}`,
    where: `${alias}.case_id = ${row}.id and ${caseAlias}.is_staff`,
  }),
  order: (alias) => `${alias}.ordinal`,
};
