import type { Id } from '../domain/case.js';
import { DomainError } from '../domain/domain-error.js';
import type { Person } from '../domain/permission.js';

/** Whose cycles somebody may count; PUBLIC is everything, by type and in large groups only. */
export type AnalyticsScope =
  | { of: 'ALL' }
  | { of: 'TEAMS'; teamIds: readonly Id[] }
  | { of: 'HANDLER'; handlerId: Id }
  | { of: 'PARTY'; personId: Id }
  | { of: 'PUBLIC' };

/**
 * A manager counts everything, a supervisor the own teams, a handler the own cycles, and a party the own cases, if `ownOnly`, or
 * everything, one type at a time, in groups of 20 or more; everyone else is FORBIDDEN.
 */
export function scopeOf({ id, roles, teamIds }: Person, ownOnly = false): AnalyticsScope {
  if (ownOnly) return { of: 'PARTY', personId: id };
  if (roles.includes('MANAGER')) return { of: 'ALL' };
  if (roles.includes('SUPERVISOR')) return { of: 'TEAMS', teamIds };
  if (roles.includes('HANDLER')) return { of: 'HANDLER', handlerId: id };
  if (roles.includes('USER')) return { of: 'PUBLIC' };
  throw new DomainError('FORBIDDEN', 'figures are open to managers, supervisors, handlers and parties');
}

/** FORBIDDEN where the scope is what everybody may know. */
export function requireMoreThanPublic({ of }: AnalyticsScope, field: string): void {
  if (of === 'PUBLIC') throw new DomainError('FORBIDDEN', `${field} is not open to you; ask with filter.ownOnly`);
}
