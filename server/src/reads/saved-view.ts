import type { Id } from '../domain/case.js';
import { column, globalId, instant } from './field.js';
import type { ListRead, ObjectRead, TypeRead } from './field.js';
import { Read } from './read.js';
import { payloadRoot } from './root.js';

const savedViewRead: TypeRead = {
  name: 'SavedView',
  fields: {
    id: globalId('view'),
    name: column('name'),
    page: column('page'),
    query: column('query'),
    createdAt: instant('created_at'),
    updatedAt: instant('updated_at'),
  },
};

const ownViews: ListRead = {
  kind: 'list',
  of: () => savedViewRead,
  source: (alias, _row, { statement }) => ({
    from: `saved_view ${alias}`,
    where: `${alias}.person_id = ${statement.viewerId()}`,
  }),
  order: (alias) => `${alias}.name, ${alias}.page`,
};

/** One's own view, by its id among the values. */
export const savedViewWithId = (valueName: string): ObjectRead => ({
  kind: 'object',
  of: () => savedViewRead,
  source: (alias, _row, { statement }) => ({
    from: `saved_view ${alias}`,
    where: `${alias}.id = ${statement.value(valueName, 'uuid')} and ${alias}.person_id = ${statement.viewerId()}`,
  }),
});

const savedRoot = payloadRoot({ name: 'SaveViewPayload', fields: { savedView: savedViewWithId('viewId') } });

/** One's own views, by name. */
export const readSavedViews = () => new Read(ownViews);
/** What saving this one shows. */
export const readSaved = (viewId: Id) => new Read(savedRoot, { viewId });
