import type { BlockerCode } from './blocker.js';
import type { Id, Instant } from './case.js';

/** What a rule can answer instead of a change; `schema/error-codes.md` says what a caller can do about each. */
export type DomainErrorCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'VERSION_CONFLICT'
  | 'GUARD_FAILED'
  | 'DEADLINE_PASSED'
  | 'IDEMPOTENCY_MISMATCH'
  | 'RATE_LIMITED';

/** One reason why a command is refused now: a code, and the things that stand in the way. */
export interface Blocker {
  code: BlockerCode;
  subjectIds: Id[];
  /** Of a last day that is over: the first instant that was too late. */
  deadlineAt?: Instant;
}

/** A refusal by a rule; nothing has changed. `details` become the `extensions` of the GraphQL error. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: DomainErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** A field of the input that is not as it must be. */
interface FieldRefusal {
  path: string;
  message: string;
}

/** BAD_USER_INPUT for one field of the input. */
export function badInput(path: string, message: string): DomainError {
  const fields: FieldRefusal[] = [{ path, message }];
  return new DomainError('BAD_USER_INPUT', `${path} ${message}`, { fields });
}

/**
 * Judges each part of an input and answers what the judges say. Where one refuses a field, those after it are heard too, and all wrong
 * fields are told together; the first refusal of another kind stands by itself.
 */
export function judgeAll<T extends object>(judges: { [K in keyof T]: () => T[K] }): T {
  const said = (Array.isArray(judges) ? [] : {}) as T;
  const refusals: DomainError[] = [];
  for (const part of Object.keys(judges) as (keyof T & string)[]) {
    try {
      said[part] = judges[part]();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'BAD_USER_INPUT') refusals.push(error);
      else if (refusals.length === 0) throw error;
    }
  }
  if (refusals.length === 0) return said;
  const fields = refusals.flatMap((refusal) => refusal.details['fields'] as FieldRefusal[]);
  throw new DomainError('BAD_USER_INPUT', refusals.map(({ message }) => message).join('; '), { fields });
}

/** NOT_FOUND for an id in the input, whether it does not exist or may not be seen. */
export function notFound(path: string): DomainError {
  return new DomainError('NOT_FOUND', `nothing found for ${path}`, { path });
}

/** GUARD_FAILED with a single blocker. */
export function blocked(code: BlockerCode, subjectIds: Id[] = []): DomainError {
  return blockedBy([{ code, subjectIds }]);
}

/** GUARD_FAILED with everything that blocks. */
export function blockedBy(blockers: readonly Blocker[]): DomainError {
  const codes = blockers.map((blocker) => blocker.code).join(', ');
  return new DomainError('GUARD_FAILED', `not possible now: ${codes}`, { blockedBy: blockers });
}

/** Refuses when anything blocks: DEADLINE_PASSED where nothing but a last day that is over does, else GUARD_FAILED. */
export function requireNone(blockers: readonly Blocker[]): void {
  if (blockers.length === 0) return;
  const ends = blockers.flatMap(({ deadlineAt }) => deadlineAt ?? []).sort();
  if (ends.length < blockers.length) throw blockedBy(blockers);
  const deadlineAt = ends.at(-1)!;
  throw new DomainError('DEADLINE_PASSED', `the deadline passed at ${deadlineAt}`, { deadlineAt, blockedBy: blockers });
}

/** Something to see: neither white space nor characters without a shape. */
const visible = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** Refuses a text outside `min`–`max` characters (code points) or with nothing to see in it; answers it unchanged. */
export function requireText(path: string, text: string, min = 1, max = 4000): string {
  const length = [...text].length;
  if (length < min || length > max || !visible.test(text)) {
    throw badInput(path, `must have ${min} to ${max} characters and not be blank`);
  }
  return text;
}
