import type { CaseState, Id } from './case.js';
import type { BlockerCode } from './blocker.js';
import type { Asking } from './decision.js';
import type { Blocker } from './domain-error.js';
import { addDays, startOfDay } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';

/** What blocks a command whatever its input says; nothing when there is an input that would succeed. */
export type Guard = (state: CaseState, asking: Asking) => Blocker[];

/** What blocks a command for one of the things that it can name. */
export type SubjectGuard<Subject> = (state: CaseState, subject: Subject, asking: Asking) => Blocker[];

/** A single blocker, where the condition holds. */
export function blockedIf(condition: boolean, code: BlockerCode, subjectIds: Id[]): Blocker[] {
  return condition ? [{ code, subjectIds }] : [];
}

/** Blocks from the day after a last day on; null has no end. */
export function passed(code: BlockerCode, lastOn: LocalDate | null, subjectIds: Id[], { today }: Asking): Blocker[] {
  if (lastOn === null || lastOn >= today) return [];
  return [{ code, subjectIds, deadlineAt: startOfDay(addDays(lastOn, 1)).toISOString() }];
}

/** Of a command that names one of several things: nothing once one of them is free, else what blocks each of them. */
export function unlessOneIsFree<Subject>(
  subjectsOf: (state: CaseState, asking: Asking) => readonly Subject[],
  blockersOf: SubjectGuard<Subject>,
): Guard {
  return (state, asking) => {
    const subjects = subjectsOf(state, asking);
    if (subjects.length === 0) return [{ code: 'NOTHING_TO_ACT_ON', subjectIds: [state.id] }];
    const blockers = subjects.map((subject) => blockersOf(state, subject, asking));
    return blockers.some((each) => each.length === 0) ? [] : gathered(blockers.flat());
  };
}

/** One blocker a reason, with everything that it holds for. */
export function gathered(blockers: readonly Blocker[]): Blocker[] {
  const byReason = new Map<string, Blocker>();
  for (const { subjectIds, ...reason } of blockers) {
    const key = `${reason.code} ${reason.deadlineAt ?? ''}`;
    const known = byReason.get(key)?.subjectIds ?? [];
    byReason.set(key, { ...reason, subjectIds: [...new Set([...known, ...subjectIds])] });
  }
  return [...byReason.values()];
}
