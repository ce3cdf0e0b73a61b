import type { CaseState } from './case.js';
import type { Clock, Span } from './clock.js';
import { waitingOn, waitingOnChoices } from './waiting-on.js';
import type { WaitingOn } from './waiting-on.js';
import { workingDaysBetween } from './working-calendar.js';
import type { LocalDate, WorkingCalendar } from './working-calendar.js';

/** Who has held the case since a date, until the next one does. */
export interface Holding {
  holder: WaitingOn;
  fromOn: LocalDate;
}

/** How many of the gross working days of a case somebody held it. */
export interface TimeShare {
  holder: WaitingOn;
  workingDays: number;
}

/** Keeps who holds the case from this date on; who held it for a part of a day only held no working day. */
export function holdFrom(state: CaseState, on: LocalDate): void {
  const holder = waitingOn(state);
  const last = state.holdings.at(-1);
  if (!holder || last?.holder === holder) return;
  if (last && last.fromOn >= on) {
    state.holdings.pop();
    holdFrom(state, on);
    return;
  }
  state.holdings.push({ holder, fromOn: last ? on : state.receivedOn });
}

/**
 * Splits the gross working days of the OVERALL cycles between who held the case: a day belongs to who held it when the day
 * began, so a holder from t₀ to t₁ has (t₀, t₁]. The parts sum to the elapsed days exactly; stopped days belong to nobody.
 */
export function timeShares(
  clocks: readonly Clock[],
  holdings: readonly Holding[],
  through: LocalDate,
  calendarOf: (clock: Clock) => WorkingCalendar,
): TimeShare[] {
  const days = new Map<WaitingOn, number>();
  for (const clock of clocks.filter(({ kind }) => kind === 'OVERALL')) {
    const calendar = calendarOf(clock);
    for (const { fromOn, toOn } of clock.spans.flatMap((span) => withoutGrace(span, clock))) {
      holdings.forEach(({ holder, fromOn: heldFrom }, index) => {
        const from = index === 0 || heldFrom < fromOn ? fromOn : heldFrom;
        const to = earliest(toOn ?? through, holdings[index + 1]?.fromOn);
        if (to > from) days.set(holder, (days.get(holder) ?? 0) + workingDaysBetween(calendar, from, to));
      });
    }
  }
  return waitingOnChoices.flatMap((holder) => {
    const workingDays = days.get(holder) ?? 0;
    return workingDays > 0 ? [{ holder, workingDays }] : [];
  });
}

/** Days of grace, which an earlier calendar's later due date gave, are none that elapsed. */
function withoutGrace({ fromOn, toOn }: Span, { graceWorkingDays, computedDueOn, dueOn }: Clock): Span[] {
  if (graceWorkingDays === 0) return [{ fromOn, toOn }];
  const before = { fromOn, toOn: earliest(computedDueOn, toOn) };
  const after = { fromOn: fromOn > dueOn ? fromOn : dueOn, toOn };
  return [before, after].filter((span) => span.toOn === null || span.toOn > span.fromOn);
}

function earliest(date: LocalDate, other: LocalDate | null | undefined): LocalDate {
  return other && other < date ? other : date;
}
