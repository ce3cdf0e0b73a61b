/** One named bar, ready to draw: its parts in shares of the widest bar there is. */
export interface BarRow {
  key: string;
  name: string;
  parts: { tone: 'FASTER' | 'WITHIN' | 'OVER' | 'PLAIN'; width: number }[];
  value: string;
  note?: string;
}

/** Plain bars of these counts, each as wide as its share of the largest. */
export function barRows(
  bars: readonly { key: string; name: string; count: number }[],
  valueOf: (count: number) => string,
): BarRow[] {
  const largest = Math.max(1, ...bars.map(({ count }) => count));
  return bars.map(({ key, name, count }) => ({
    key,
    name,
    parts: [{ tone: 'PLAIN', width: count / largest }],
    value: valueOf(count),
  }));
}
