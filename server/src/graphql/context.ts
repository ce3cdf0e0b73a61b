import type { GraphQLError } from 'graphql';
import type { Changed } from '../commands/case-transaction.js';
import type { Runtime } from '../commands/runtime.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import type { WorkingCalendar } from '../domain/working-calendar.js';
import type { Moment } from '../reads/field.js';
import type { PublishedVersions } from '../reads/run.js';
import type { Locale, Viewer } from '../reads/viewer.js';
import { caseFilePath } from './case-file-path.js';
import { unauthenticated } from './errors.js';
import type { ErrorLog } from './errors.js';
import type { CursorCipher } from './event-cursor.js';
import type { LinkSigner } from './signed-link.js';

/** What answers are made from. */
export interface Services extends Runtime {
  cursors: CursorCipher;
  links: LinkSigner;
  /** Where the feed stands. */
  currentPosition: () => Promise<Changed['position']>;
  log: ErrorLog;
}

/** One request, or one event of a subscription. */
export interface Context {
  services: Services;
  /** Null without a token. */
  viewer: Viewer | null;
  /** What was wrong with the token that was given. */
  refusal?: GraphQLError;
  locale: Locale;
}

/** Who is signed in; UNAUTHENTICATED when nobody is. */
export function viewerOf({ viewer, refusal }: Context): Viewer {
  if (!viewer) throw refusal ?? unauthenticated('a bearer token is needed');
  return viewer;
}

/** The calendar in force. */
export async function calendarOf({ services }: Context): Promise<WorkingCalendar> {
  return (await services.published.inForce(services.pool)).calendar;
}

/** What computed fields are worked out with: who asks, and the tables of the versions that the statement saw. */
export async function momentOf(context: Context, versions: PublishedVersions): Promise<Moment> {
  const { services, locale } = context;
  const now = services.now?.() ?? new Date();
  const published = await services.published.inForce(services.pool, versions);
  const { policy, links } = services;
  const viewer = viewerOf(context);
  return {
    ...published,
    policy,
    now: now.toISOString(),
    today: shanghaiDate(now),
    viewer,
    locale,
    caseFileOf(caseId, language) {
      const page = links.sign(caseFilePath(caseId, language, 'html'), viewer.id, now);
      const { url: jsonUrl } = links.sign(caseFilePath(caseId, language, 'json'), viewer.id, now);
      return { ...page, jsonUrl };
    },
  };
}
