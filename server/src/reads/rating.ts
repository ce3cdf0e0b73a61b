import { column, instant, referenced, words } from './field.js';
import type { ListRead, TypeRead } from './field.js';
import { partyRead } from './party.js';
import { isAudible } from './scope.js';

const ratingRead: TypeRead = {
  name: 'Rating',
  fields: {
    party: referenced(() => partyRead, 'party', 'party_id'),
    score: column('score'),
    text: words('text_id'),
    ratedAt: instant('rated_at'),
  },
};

/** A party reads its own, staff read all. */
export const ratingsOfCase: ListRead = {
  kind: 'list',
  of: () => ratingRead,
  source: (alias, row, { scope, caseAlias }) => ({
    from: `rating ${alias}`,
    where: `${alias}.case_id = ${row}.id and ${isAudible(scope, caseAlias, alias)}`,
  }),
  order: (alias) => `${alias}.rated_at, ${alias}.id`,
};
