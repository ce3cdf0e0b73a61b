import { publishCalendar } from '@accord/server/commands/publication';
import type { CalendarDay } from '@accord/server/domain/working-calendar';
import type { ModelCase } from './case.js';
import { isRunning, recount } from './clocks.js';
import { dayAfter, type Almanac, type Day, type Dice } from './days.js';
import { followCalendar } from './moves.js';
import type { Sequence } from './sequence.js';

/** A calendar that was published on a day. */
export interface Revision {
  on: Day;
  almanac: Almanac;
}

/** Now and then a notice makes holidays of working days and the other way round, of some that are over too. */
export async function publishNotice(sequence: Sequence, dice: Dice): Promise<string | null> {
  const { c, runtime, stagecraft, today } = sequence;
  if (c.revision || sequence.isOverdue() || dice.chance(0.96)) return null;
  const dates = new Set(Array.from({ length: 1 + dice.upTo(5) }, () => dayAfter(today, dice.upTo(40) - 8)));
  const notice = new Map([...dates].map((date) => [date, !c.almanac.isWorkingDay(date)]));
  const days = [...notice].map(([date, isWorked]): CalendarDay => {
    return { date, kind: isWorked ? 'MAKE_UP' : 'HOLIDAY', name: '通知', nameEn: 'notice' };
  });
  const input = { announcedThrough: '2026-12-31', days, source: '国办发明电', publishedAt: `${today}T00:00:00.000Z` };
  await publishCalendar({ ...runtime, alarm: new EventTarget() }, stagecraft.persons['admin']!, { input });
  sequence.calendar = (await runtime.published.inForce(runtime.pool)).calendar;
  c.revision = { on: today, almanac: c.almanac.with(notice) };
  return `published ${JSON.stringify(Object.fromEntries(notice))}`;
}

/** Lets a calendar in: running clocks are recounted, stopped ones keep everything, and instalments that are owed follow it. */
export function revise(c: ModelCase): void {
  const { on, almanac } = c.revision!;
  if (on > c.today) c.today = on;
  for (const cycle of c.cycles.filter(isRunning)) recount(cycle, c.owed(), on, c.almanac, almanac);
  for (const term of c.terms.filter(({ status }) => status === 'IN_FORCE')) {
    for (const payment of term.instalments.filter(({ isPaid, uncontestedOn }) => !isPaid && uncontestedOn === null)) {
      followCalendar(term, payment, almanac, on);
    }
  }
  Object.assign(c, { almanac, revision: null });
}
