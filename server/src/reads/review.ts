import { column, globalId, instant, sql, words } from './field.js';
import type { ListRead, TypeRead } from './field.js';

const reviewScoreRead: TypeRead = {
  name: 'ReviewScore',
  fields: {
    criterion: sql((row) => `${row}.given->>'criterion'`),
    score: sql((row) => `(${row}.given->>'score')::int`),
  },
};

export const reviewRead: TypeRead = {
  name: 'CaseReview',
  fields: {
    id: globalId('review'),
    sampledAt: instant('sampled_at'),
    verdict: column('verdict'),
    scores: {
      kind: 'list',
      of: () => reviewScoreRead,
      source: (alias, row) => ({
        from: `jsonb_array_elements(${row}.scores) with ordinality as ${alias}(given, place)`,
        where: 'true',
      }),
      order: (alias) => `${alias}.place`,
    },
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
