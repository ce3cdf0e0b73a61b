import { column, instant, referenced, sql } from './field.js';
import type { ListRead, TypeRead } from './field.js';
import { personRead } from './person.js';
import { Read } from './read.js';

const publicationRead: TypeRead = {
  name: 'Publication',
  fields: {
    kind: column('kind'),
    version: column('version'),
    publishedBy: referenced(() => personRead, 'person', 'published_by'),
    enteredAt: instant('entered_at'),
    source: sql(
      (row) =>
        `case when ${row}.kind = 'CALENDAR' then (select v.source from calendar_version v where v.version = ${row}.version) end`,
    ),
  },
};

const publications: ListRead = {
  kind: 'list',
  of: () => publicationRead,
  source: (alias) => ({ from: `publication ${alias}`, where: 'true' }),
  order: (alias) => `${alias}.entered_at desc, ${alias}.kind, ${alias}.version desc`,
};

/** Every version that was ever published, the newest first. */
export const readPublications = () => new Read(publications);
