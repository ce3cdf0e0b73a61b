import type { Figures } from './figures.js';
import type { Question } from './tally.js';

/** From how many cycles on figures are told, and whether the count is below that. */
export interface Protection {
  least: number;
  isCountTold: boolean;
  /** Whether the whole is told too, so that a single hidden group could be worked out. */
  isWholeTold: boolean;
}

/** Fewer would tell a manager about a single handler. */
const ofHandler: Protection = { least: 5, isCountTold: true, isWholeTold: true };
/** Fewer would tell somebody about another's case; everybody is told of one type at a time. */
const ofParties: Protection = { least: 20, isCountTold: false, isWholeTold: false };

/** What protects people in the figures of a question; null where who asks may know everything. */
export function protectionOf({ filter, scope }: Pick<Question, 'filter' | 'scope'>, isByHandler = false) {
  if (scope.of === 'PUBLIC') return ofParties;
  return scope.of === 'ALL' && (isByHandler || filter.handlers !== null) ? ofHandler : null;
}

/** What is to be known of a group to decide whether it is told. */
export interface Group {
  count: number;
  /** Nothing at all is in it, counted or not: hiding it hides nothing. */
  isEmpty: boolean;
}

/**
 * Which groups of one answer are hidden: those that are too small; and the smallest of the others too where that hides only one,
 * because the other groups and the whole would tell it.
 */
export function hiddenGroups<G extends Group>(groups: readonly G[], protection: Protection | null): ReadonlySet<G> {
  if (!protection) return new Set();
  const hidden = new Set(groups.filter(({ count }) => count < protection.least));
  if (protection.isWholeTold && [...hidden].filter(({ isEmpty }) => !isEmpty).length === 1) {
    const told = groups.filter((group) => !hidden.has(group)).toSorted((one, other) => one.count - other.count);
    if (told[0]) hidden.add(told[0]);
  }
  return hidden;
}

/** Figures of which only `count` and `caseCount` are told, or nothing. */
export function suppressed({ count, caseCount, isSmall }: Figures, { isCountTold }: Protection): Figures {
  return {
    count: isCountTold ? count : 0,
    caseCount: isCountTold ? caseCount : 0,
    isSmall: isCountTold ? isSmall : true,
    mean: null,
    p50: null,
    p75: null,
    p90: null,
    p95: null,
    onTimeRate: null,
    faster: 0,
    within: 0,
    over: 0,
    isSuppressed: true,
  };
}
