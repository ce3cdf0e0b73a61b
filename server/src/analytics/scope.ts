import type { Id } from '../domain/case.js';
import { DomainError } from '../domain/domain-error.js';
import type { Person } from '../domain/permission.js';

/** Whose cycles somebody may count. */
export type AnalyticsScope = { of: 'ALL' } | { of: 'TEAMS'; teamIds: readonly Id[] } | { of: 'HANDLER'; handlerId: Id };

/** A manager counts everything, a supervisor the own teams, a handler the own cycles; everyone else is FORBIDDEN. */
export function scopeOf({ id, roles, teamIds }: Person): AnalyticsScope {
  if (roles.includes('MANAGER')) return { of: 'ALL' };
  if (roles.includes('SUPERVISOR')) return { of: 'TEAMS', teamIds };
  if (roles.includes('HANDLER')) return { of: 'HANDLER', handlerId: id };
  throw new DomainError('FORBIDDEN', 'figures are open to managers, supervisors and handlers');
}
