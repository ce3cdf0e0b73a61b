import { deliverNotifications } from '@accord/server/commands/notification';
import type { App } from '@accord/server/app';
import type { Person } from '@accord/server/domain/permission';
import type { Api } from './api.js';
import type { Cast } from './cast.js';
import { road } from './road.js';

interface Shown {
  id: string;
  kind: string;
  text: string;
  caseCount: number;
  cases: { id: string; number: string }[];
  dueOn: string | null;
  clock: string | null;
  createdAt: string;
  readAt: string | null;
}
export interface Inbox {
  viewer: { unreadCount: number };
  notifications: { totalCount: number; nodes: Shown[] };
}

const selection = 'id kind text caseCount cases { id number } dueOn clock createdAt readAt';

export const kindsOf = ({ notifications }: Inbox) => notifications.nodes.map(({ kind }) => kind);
export const emptyInbox: Inbox = { viewer: { unreadCount: 0 }, notifications: { totalCount: 0, nodes: [] } };

/** What people are told, as the API shows it. */
export function inboxes({ runtime, database }: App, api: Api, cast: Cast) {
  return {
    /** What a person is shown once everything due is delivered. */
    async told(person: Person, { locale = 'en', unreadOnly = false } = {}): Promise<Inbox> {
      await deliverNotifications(runtime);
      const query = `query ($unreadOnly: Boolean) { viewer { unreadCount }
        notifications(unreadOnly: $unreadOnly, first: 100) { totalCount nodes { ${selection} } } }`;
      const { data } = await api.ask<Inbox>(person, query, { unreadOnly }, { 'accept-language': locale });
      return data;
    },
    mark: (person: Person, input: object) =>
      api.ask<{
        markNotificationsRead: {
          notifications: { id: string; readAt: string | null }[];
          viewer: { unreadCount: number };
        };
      }>(
        person,
        `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) {
          notifications { id readAt } viewer { unreadCount } } }`,
        { input },
      ),
    /** A case that the handler was given. */
    async filed(input = {}) {
      const walk = await road(runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id], ...input });
      await walk.act(cast.supervisor, 'assignCase', { handlerId: cast.handler.id });
      return walk;
    },
    /** Forgets what was told and what is still to act, so that nothing of one test is in another. */
    async empty() {
      await database.pool.query('truncate notice, notification, clock_reminder');
      await database.pool.query('delete from deadline where acted_at is null');
      await database.pool.query(`update clock set state = 'STOPPED' where state = 'RUNNING'`);
    },
  };
}
