import type { IncomingHttpHeaders } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { Changed } from '../commands/case-transaction.js';
import type { Runtime } from '../commands/runtime.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import type { WorkingCalendar } from '../domain/working-calendar.js';
import { evidencePath } from '../files/serve-file.js';
import type { UploadAddresses } from '../files/upload-address.js';
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
  addresses: UploadAddresses;
  /** Where the server is reached from outside; null for wherever it was asked. */
  publicUrl: string | null;
  /** The largest file of evidence. */
  maxUploadBytes: number;
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
  /** What addresses of files begin with. */
  origin: string;
}

/** Where this server is reached, for addresses in answers: as configured, else as the request names it. */
export function originOf({ publicUrl }: Services, { host }: IncomingHttpHeaders): string {
  if (publicUrl) return publicUrl;
  return host && /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) ? `http://${host}` : '';
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
  const { services, locale, origin } = context;
  const viewer = viewerOf(context);
  const now = services.now?.() ?? new Date();
  const published = await services.published.inForce(services.pool, versions);
  const { policy, links } = services;
  const linkTo = (path: string) => {
    const { url, expiresAt } = links.sign(path, viewer.id, now);
    return { url: origin + url, expiresAt };
  };
  return {
    ...published,
    policy,
    now: now.toISOString(),
    today: shanghaiDate(now),
    viewer,
    locale,
    caseFileOf: (caseId, language) => ({
      ...linkTo(caseFilePath(caseId, language, 'html')),
      jsonUrl: linkTo(caseFilePath(caseId, language, 'json')).url,
    }),
    addressOf(evidenceId) {
      const { url, expiresAt } = linkTo(evidencePath(evidenceId));
      return { url, urlExpiresAt: expiresAt };
    },
  };
}
