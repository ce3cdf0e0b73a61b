import type { BreakdownPanelFragment } from '../api/generated/graphql.js';
import type { BarRow } from './bar-row.js';

const mostBars = 8;

/** The words a breakdown's bars show. */
export interface BreakdownWords {
  count: (value: number) => string;
  note: (group: BreakdownPanelFragment) => string;
}

/** The largest groups as bars by verdict, as wide as their share of the largest; a group that is not told is one plain bar. */
export function prepareBreakdown(groups: readonly BreakdownPanelFragment[], words: BreakdownWords): BarRow[] {
  const largest = Math.max(1, ...groups.map(({ count }) => count));
  return groups.slice(0, mostBars).map((group) => {
    const { key, label, count, faster, within, over, isSuppressed } = group;
    const part = (tone: 'FASTER' | 'WITHIN' | 'OVER', value: number) =>
      value > 0 ? [{ tone, width: value / largest }] : [];
    return {
      key: key ?? '',
      name: label,
      parts: isSuppressed
        ? [{ tone: 'PLAIN', width: count / largest }]
        : [...part('FASTER', faster), ...part('WITHIN', within), ...part('OVER', over)],
      value: words.count(count),
      note: words.note(group),
    };
  });
}
