import type { Id } from '../domain/case.js';
import { notificationText } from '../domain/notification-kind.js';
import type { NotificationSubject } from '../domain/notification-kind.js';
import { caseRead } from './case.js';
import { idKey, instantKey } from './cursor.js';
import { column, computed, globalId, instant } from './field.js';
import type { Expression, ObjectRead, TypeRead } from './field.js';
import { pageOf } from './page.js';
import type { PageArguments } from './page.js';
import { Read } from './read.js';
import type { PageRead } from './read.js';
import { payloadRoot, signedIn } from './root.js';
import { isOwn, seenLines } from './own-notification.js';
import { jsonObject } from './statement.js';

const subject: Expression = (row, place) => {
  const seen = place.statement.alias('s');
  const { from, where } = seenLines(row, place, seen);
  const said = jsonObject([
    ['kind', `${row}.kind`],
    ['caseCount', `count(distinct ${seen}.id)`],
    ['number', `min(${seen}.number)`],
    ['dueOn', 'min(n.due_on)'],
    ['clock', 'case when min(n.clock) = max(n.clock) then min(n.clock) end'],
  ]);
  return `(select ${said} from ${from} where ${where})`;
};

const mostCases = 10;

export const notificationRead: TypeRead = {
  name: 'Notification',
  hidden: subject,
  complete: (hidden, { locale }) => {
    const about = hidden as NotificationSubject;
    return {
      text: notificationText(about, locale),
      caseCount: about.caseCount,
      dueOn: about.dueOn,
      clock: about.clock,
    };
  },
  fields: {
    id: globalId('notification'),
    kind: column('kind'),
    text: computed,
    caseCount: computed,
    dueOn: computed,
    clock: computed,
    createdAt: instant('created_at'),
    readAt: instant('read_at'),
    cases: {
      kind: 'list',
      of: () => caseRead,
      source: (alias, row, place) => {
        const seen = place.statement.alias('s');
        const { from, where } = seenLines(row, place, seen);
        return {
          from: `(select distinct ${seen}.* from ${from} where ${where} order by ${seen}.number limit ${mostCases}) as ${alias}`,
          where: 'true',
        };
      },
      order: (alias) => `${alias}.number`,
    },
  },
};

const keys = [instantKey('created_at'), idKey];
const order = 'CREATED_AT DESC';

/** One's own notifications, the newest first. */
export function readNotifications({ unreadOnly, ...question }: PageArguments & { unreadOnly?: boolean | null }): Read {
  const page = pageOf(question, keys, order);
  const isUnreadOnly = unreadOnly ?? false;
  const shape = JSON.stringify([page.size, page.isBackward, page.cursor !== null, isUnreadOnly]);
  const root: PageRead = {
    kind: 'page',
    connection: {
      kind: 'connection',
      of: () => notificationRead,
      keys,
      source: (alias, _row, place) => ({
        from: `notification ${alias}`,
        where: `${isOwn(alias, place)}${isUnreadOnly ? ` and ${alias}.read_at is null` : ''}`,
      }),
    },
    page,
    order,
    isDescending: true,
  };
  return new Read(root, { cursor: page.cursor }, shape);
}

/** One's own notification, by its id among the values. */
export const notificationWithId = (valueName: string): ObjectRead => ({
  kind: 'object',
  of: () => notificationRead,
  source: (alias, _row, place) => ({
    from: `notification ${alias}`,
    where: `${alias}.id = ${place.statement.value(valueName, 'uuid')} and ${isOwn(alias, place)}`,
  }),
});

const notificationByIdRoot = notificationWithId('id');
/** One's own notification; null when it is not, or about nothing that one may see any more. */
export const readNotification = (id: Id) => new Read(notificationByIdRoot, { id });

const markedRead: TypeRead = {
  name: 'MarkNotificationsReadPayload',
  fields: {
    notifications: {
      kind: 'list',
      of: () => notificationRead,
      source: (alias, _row, place) => ({
        from: `notification ${alias}`,
        where: `${alias}.id = any(${place.statement.value('ids', 'uuid[]')}) and ${isOwn(alias, place)}`,
      }),
      order: (alias) => `${alias}.created_at desc, ${alias}.id desc`,
    },
    viewer: signedIn,
  },
};
const markedReadRoot = payloadRoot(markedRead);
/** What marking these read shows. */
export const readMarked = (ids: readonly Id[]) => new Read(markedReadRoot, { ids });

/** The notifications of this person delivered after a place in the order of delivery, oldest first. */
export const addedNotifications = {
  name: 'added-notifications',
  // By the column: a bare name would mean the text of the number, and '100' comes before '99'.
  text: 'select id, seq::text from notification where recipient_id = $1 and seq > $2 order by notification.seq limit 100',
};

/** Where the order of delivery stands. */
export const newestNotification = {
  name: 'newest-notification',
  text: 'select coalesce(max(seq), 0)::text as seq from notification where recipient_id = $1',
};

export interface AddedNotification {
  id: Id;
  seq: string;
}
