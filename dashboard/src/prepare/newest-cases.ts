import type { ClockRisk, NewestCaseFragment } from '../api/generated/graphql.js';

/** When each listed case last changed, by id. */
export type Stamps = ReadonlyMap<string, string>;

/** The cases' last changes. */
export function stampsOf(cases: readonly NewestCaseFragment[]): Stamps {
  return new Map(cases.map((one) => [one.id, `${one.version} ${one.lastEventAt}`]));
}

/** The ids that are new or changed since; none on the first look. */
export function movedSince(before: Stamps | undefined, now: Stamps): string[] {
  if (before === undefined) return [];
  return [...now].filter(([id, stamp]) => before.get(id) !== stamp).map(([id]) => id);
}

/** How loudly a due date is shown. */
export function toneOf(risk: ClockRisk): 'calm' | 'near' | 'urgent' | 'late' {
  const tones = {
    LOW: 'calm',
    HALF: 'calm',
    THREE_QUARTERS: 'near',
    NINETY: 'near',
    DUE_NEXT_DAY: 'urgent',
    DUE_TODAY: 'urgent',
    BREACHED: 'late',
  } as const;
  return tones[risk];
}

/** The latest cycle of the clock that runs from filing to the outcome. */
export function overallClock(one: NewestCaseFragment): NewestCaseFragment['clocks'][number] | undefined {
  return one.clocks.filter((clock) => clock.kind === 'OVERALL').toSorted((a, b) => b.cycle - a.cycle)[0];
}
