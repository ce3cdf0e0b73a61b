import type { GraphQLError } from 'graphql';
import type { ErrorCode } from './errors.js';
import type { Admission } from './gate.js';

/** An operation that was answered or refused, by what says nothing of who asked for what. */
export interface OperationSeen {
  kind: 'query' | 'mutation' | 'subscription' | 'unknown';
  outcome: ErrorCode | 'OK';
  /** How long the answer took; not told of subscriptions. */
  ms?: number;
}

/** OK, or the code of the first of these errors. */
export function outcomeOf(errors: readonly GraphQLError[] | undefined): OperationSeen['outcome'] {
  return errors?.[0] ? (errors[0].extensions['code'] as ErrorCode) : 'OK';
}

/** Unknown of what was refused before its operation was found. */
export function kindOf(admission: Admission | GraphQLError[] | undefined): OperationSeen['kind'] {
  return !admission || Array.isArray(admission) ? 'unknown' : admission.prepared.node.operation;
}
