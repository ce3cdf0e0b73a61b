import type { Expression, Place } from './field.js';
import { visibleAmong } from './scope.js';

/**
 * The lines of a notification under alias `n`, each with its case under `seen`, as far as the viewer may read the cases still:
 * the outline that a manager sees tells nothing of this.
 */
export function seenLines(row: string, { statement, scope }: Place, seen: string): { from: string; where: string } {
  return {
    from: `notice n cross join lateral ${visibleAmong(statement, scope, seen, 'c.id = n.case_id')}`,
    where: `n.notification_id = ${row}.id and (${seen}.is_inside or ${seen}.is_expert)`,
  };
}

/** One's own notifications about something that one may still see. */
export function isOwn(row: string, place: Place): string {
  const { from, where } = seenLines(row, place, place.statement.alias('s'));
  return `${row}.recipient_id = ${place.statement.viewerId()} and exists (select from ${from} where ${where})`;
}

/** How many of one's notifications are unread. */
export const unreadCount: Expression = (_row, place) => {
  const alias = place.statement.alias('u');
  return `(select count(*) from notification ${alias} where ${alias}.read_at is null and ${isOwn(alias, place)})`;
};
