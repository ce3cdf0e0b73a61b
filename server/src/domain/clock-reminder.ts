import { riskOf } from './clock.js';

/** The warnings that a running clock gives before its last day, each once a cycle. */
export const clockReminders = ['HALF', 'THREE_QUARTERS', 'NINETY', 'DUE_NEXT_DAY'] as const;
export type ClockReminder = (typeof clockReminders)[number];

/** The warning that is due of a running clock with so many working days left until its due date: the worst that holds. */
export function reminderAt(left: number, max: number, graceWorkingDays = 0): ClockReminder | null {
  const risk = riskOf(Math.min(max, max + graceWorkingDays - left), { min: 0, max }, left);
  // Whoever was not told the day before is told on the last day.
  if (risk === 'DUE_TODAY') return 'DUE_NEXT_DAY';
  return risk === 'LOW' || risk === 'BREACHED' ? null : risk;
}
