import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { DomainError } from '../domain/domain-error.js';
import type { Blocker } from '../domain/domain-error.js';
import { CalendarRangeError } from '../domain/working-calendar.js';
import { toldBlocker } from '../reads/blocker.js';
import type { Locale } from '../reads/viewer.js';

/** Every `extensions.code` there is; `schema/error-codes.md` says what a caller can do about each. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'VERSION_CONFLICT',
  'GUARD_FAILED',
  'DEADLINE_PASSED',
  'IDEMPOTENCY_MISMATCH',
  'CURSOR_EXPIRED',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_REQUIRED',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Where errors that nobody expected are written down. */
export interface ErrorLog {
  error(details: object, message: string): void;
}

export function codedError(code: ErrorCode, message: string, details: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...details } });
}

/** No token, or one that is not good; HTTP says 401 where the media type lets it. */
export function unauthenticated(message: string): GraphQLError {
  return codedError('UNAUTHENTICATED', message, { http: { status: 401 } });
}

/** Logs what nobody expected under a correlation id and tells that, nothing more. */
export function unexpected(
  error: unknown,
  log: ErrorLog,
  { message, status }: { message: string; status: number } = {
    message: 'something went wrong here; the correlation id finds it in the log',
    status: 500,
  },
): GraphQLError {
  const correlationId = randomUUID();
  log.error({ correlationId, err: error }, 'unexpected error');
  return codedError('INTERNAL', message, { correlationId, http: { status } });
}

function toldDetails({ details }: DomainError, locale: Locale): Record<string, unknown> {
  const blockers = details['blockedBy'] as Blocker[] | undefined;
  return blockers ? { ...details, blockedBy: blockers.map((blocker) => toldBlocker(blocker, locale)) } : details;
}

/** An error as the API tells it; one that nobody expected is logged under a correlation id and told as INTERNAL, nothing more. */
export function explain(
  error: unknown,
  locale: Locale,
  log: ErrorLog,
  path?: readonly (string | number)[],
): GraphQLError {
  const told = toldError(error, locale, log);
  const { http: _http, ...extensions } = told.extensions;
  return new GraphQLError(told.message, {
    extensions,
    ...(path ? { path } : {}),
    // Where in the document it is.
    ...(told.nodes ? { nodes: told.nodes } : {}),
    ...(told.source ? { source: told.source, positions: told.positions } : {}),
  });
}

function toldError(error: unknown, locale: Locale, log: ErrorLog): GraphQLError {
  if (error instanceof GraphQLError && error.originalError && !isCoded(error))
    return toldError(error.originalError, locale, log);
  if (error instanceof GraphQLError && isCoded(error)) return error;
  if (error instanceof DomainError) return codedError(error.code, error.message, toldDetails(error, locale));
  if (error instanceof CalendarRangeError) {
    const fields = [{ path: error.argument, message: error.message }];
    return codedError('BAD_USER_INPUT', error.message, { fields });
  }
  return unexpected(error, log);
}

function isCoded(error: GraphQLError): boolean {
  return (errorCodes as readonly unknown[]).includes(error.extensions['code']);
}
