import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { addDays, dayKind, dueDate, isWorkingDay, ledger, workingDaysBetween } from '../domain/working-calendar.js';
import type { DayKind as DomainDayKind, LedgerReason as DomainLedgerReason } from '../domain/working-calendar.js';
import { badInput } from '../domain/domain-error.js';
import { ledgerOf } from '../reads/field.js';
import { calendarOf } from './context.js';
import type { Context } from './context.js';
import { enumOf } from './enums.js';
import { GraphQLDate } from './scalars.js';

const dayKinds = Object.keys({ WEEKDAY: 1, WEEKEND: 1, HOLIDAY: 1, MAKE_UP: 1 } satisfies Record<DomainDayKind, 1>);
const ledgerReasons = Object.keys({
  START: 1,
  WORKING: 1,
  MAKE_UP: 1,
  WEEKEND: 1,
  HOLIDAY: 1,
  PAUSED: 1,
  STOPPED: 1,
  GRACE: 1,
} satisfies Record<DomainLedgerReason, 1>);

export const DayKind = enumOf(
  'DayKind',
  dayKinds,
  'What the statutory calendar makes of a date: HOLIDAY is off and MAKE_UP is worked, whatever the weekday.',
);
const LedgerReason = enumOf('LedgerReason', ledgerReasons, 'Why a date counted (WORKING, MAKE_UP) or did not.');

@ObjectType({ description: 'One date of a ledger: whether it counted, and why.' })
export class LedgerRow {
  @Field(() => GraphQLDate, { description: 'The date.' })
  date!: string;

  @Field(() => Boolean, { description: 'Whether it counted as a working day.' })
  counted!: boolean;

  @Field(() => LedgerReason, { description: 'Why it counted or did not.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the notice of the State calls the day; null for a day that none names.',
  })
  name!: string | null;
}

@ObjectType({ description: 'A date so many working days after another.' })
class DueDate {
  @Field(() => GraphQLDate, { description: 'The last day in time.' })
  dueOn!: string;

  @Field(() => Boolean, {
    description: 'Whether it lies beyond what the State has announced, so that it may still move.',
  })
  isProvisional!: boolean;

  @Field(() => [LedgerRow], { description: 'Day by day from the start, which never counts, through the due date.' })
  ledger!: LedgerRow[];
}

@ObjectType({ description: 'One date of the calendar.' })
class WorkingCalendarDay {
  @Field(() => GraphQLDate, { description: 'The date.' })
  date!: string;

  @Field(() => Boolean, { description: 'Whether it counts.' })
  isWorkingDay!: boolean;

  @Field(() => DayKind, { description: 'What kind of day it is.' })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the notice of the State calls the day; null for a day that none names.',
  })
  name!: string | null;
}

@ObjectType({ description: 'What the calendar in force covers.' })
export class CalendarCoverage {
  @Field(() => GraphQLDate, { description: 'Its first date; earlier ones are BAD_USER_INPUT.' })
  from!: string;

  @Field(() => GraphQLDate, {
    description: 'The last date the State has announced; later ones are provisional, Monday to Friday.',
  })
  announcedThrough!: string;

  @Field(() => Int, { description: 'Rises with every notice.' })
  version!: number;
}

/** Which dates the calendar in force knows. */
export async function coverageOf(context: Context): Promise<CalendarCoverage> {
  const { from, announcedThrough, version } = await calendarOf(context);
  return { from, announcedThrough, version };
}

/** About two years: what a page can show. */
const mostDays = 800;

@Resolver()
export class WorkingCalendarResolver {
  @Query(() => Int, { description: 'The working days in (from, to]; a reversed range is BAD_USER_INPUT.' })
  async workingDaysBetween(
    @Arg('from', () => GraphQLDate, { description: 'The day before the first that can count.' }) from: string,
    @Arg('to', () => GraphQLDate, { description: 'The last day that can count; not before `from`.' }) to: string,
    @Ctx() context: Context,
  ): Promise<number> {
    return workingDaysBetween(await calendarOf(context), from, to);
  }

  @Query(() => DueDate, {
    description: 'The Nth working day after `startOn`, which itself never counts; 0 is `startOn`.',
  })
  async dueDate(
    @Arg('startOn', () => GraphQLDate, { description: 'The day on which the count begins; it never counts itself.' })
    startOn: string,
    @Arg('workingDays', () => Int, { description: 'From 0 through 10,000.' }) workingDays: number,
    @Ctx() context: Context,
  ): Promise<DueDate> {
    const calendar = await calendarOf(context);
    const due = dueDate(calendar, startOn, workingDays);
    return {
      ...due,
      get ledger() {
        return ledgerOf(ledger(calendar, startOn, due.dueOn), context.locale);
      },
    };
  }

  @Query(() => [WorkingCalendarDay], { description: `Every date from \`from\` through \`to\`, at most ${mostDays}.` })
  async workingCalendar(
    @Arg('from', () => GraphQLDate, { description: 'The first date.' }) from: string,
    @Arg('to', () => GraphQLDate, { description: 'The last date; not before `from`.' }) to: string,
    @Ctx() context: Context,
  ): Promise<WorkingCalendarDay[]> {
    if (to < from) throw badInput('to', `must not be before ${from}`);
    if (to >= addDays(from, mostDays)) throw badInput('to', `must be within ${mostDays} days`);
    const calendar = await calendarOf(context);
    const days: WorkingCalendarDay[] = [];
    for (let date = from; date <= to; date = addDays(date, 1)) {
      const { kind, name, nameEn } = dayKind(calendar, date);
      days.push({
        date,
        kind,
        isWorkingDay: isWorkingDay(calendar, date),
        name: context.locale === 'en' ? nameEn : name,
      });
    }
    return days;
  }

  @Query(() => CalendarCoverage, { description: 'Which dates the calendar in force knows.' })
  calendarCoverage(@Ctx() context: Context): Promise<CalendarCoverage> {
    return coverageOf(context);
  }
}
