import { Arg, Ctx, Extensions, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { previewCalendar } from '../commands/preview-calendar.js';
import { publicationKinds, publishCalendar, setBenchmark } from '../commands/publication.js';
import { requireRole } from '../domain/permission.js';
import type { CalendarNotice, SetBenchmark } from '../domain/publication.js';
import { readPublications } from '../reads/publication.js';
import { Benchmark, ClockKind, benchmarksOf } from './benchmark.js';
import { compiled } from './compiled.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { enumOf } from './enums.js';
import { Person } from './person.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';
import { CalendarCoverage, DayKind, coverageOf } from './working-calendar.js';

const NamedDayKind = enumOf(
  'NamedDayKind',
  ['HOLIDAY', 'MAKE_UP'],
  'What a notice makes of a date, whatever its weekday: HOLIDAY is off, MAKE_UP is worked.',
);

@InputType({ description: 'A date that a notice names.' })
class CalendarDayInput {
  @Field(() => GraphQLDate, {
    description: 'From the first date of the calendar through `announcedThrough`; each date once.',
  })
  date!: string;

  @Field(() => NamedDayKind, { description: 'Off or worked.' })
  kind!: 'HOLIDAY' | 'MAKE_UP';

  @Field(() => String, { description: 'The occasion in zh-CN; 1 to 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'The occasion in English; 1 to 100 characters.' })
  nameEn!: string;
}

@InputType({ description: 'What a notice of the State says, or what a corrected source says of one.' })
class CalendarNoticeInput {
  @Field(() => GraphQLDate, {
    description: 'The last date announced; not before the one in force, and at most 800 days ahead.',
  })
  announcedThrough!: string;

  @Field(() => [CalendarDayInput], {
    description:
      'The days that it names, in the place of what the version in force says of the same dates; at most 1,000.',
  })
  days!: CalendarDayInput[];

  @Field(() => [GraphQLDate], {
    nullable: true,
    description: 'Dates that the version in force names and that are plain weekdays and weekends again.',
  })
  plainDates?: string[] | null;

  @Field(() => String, { description: 'Where it comes from; 1 to 400 characters.' })
  source!: string;
}

const keyDescription =
  'Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH.';

@InputType({ description: 'Publishes the next version of the calendar.' })
class PublishCalendarInput extends CalendarNoticeInput {
  @Field(() => GraphQLDateTime, { description: 'When the notice was published.' })
  publishedAt!: string;

  @Field(() => String, { nullable: true, description: keyDescription })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Publishes the next version of the benchmarks.' })
class SetBenchmarkInput {
  @Field(() => ClockKind, { description: 'What is measured.' })
  clock!: SetBenchmark['clock'];

  @Field(() => Int, { description: 'Fewer working days are FASTER; from 0 through 250.' })
  minWorkingDays!: number;

  @Field(() => Int, { description: 'More working days are OVER; from the minimum, and 1, through 250.' })
  maxWorkingDays!: number;

  @Field(() => String, { nullable: true, description: keyDescription })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The calendar that is in force now.' })
class PublishCalendarPayload {
  @Field(() => CalendarCoverage, { description: 'What it covers.' })
  calendarCoverage!: CalendarCoverage;
}

@ObjectType({ description: 'The benchmarks that are in force now.' })
class SetBenchmarkPayload {
  @Field(() => [Benchmark], { description: 'One a clock.' })
  benchmarks!: Benchmark[];
}

@ObjectType({ description: 'A date of which a notice says something else than the calendar in force.' })
class ChangedCalendarDay {
  @Field(() => GraphQLDate, { description: 'The date.' })
  date!: string;

  @Field(() => DayKind, { description: 'What it is now.' })
  before!: string;

  @Field(() => DayKind, { description: 'What it would be.' })
  after!: string;

  @Field(() => String, { nullable: true, description: 'What the notice calls it; null for a plain day.' })
  name!: string | null;
}

@ObjectType({ description: 'What publishing a notice would do, by the cases as they stand.' })
class CalendarPreview {
  @Field(() => Int, { description: 'The version it would be.' })
  version!: number;

  @Field(() => [ChangedCalendarDay], { description: 'By date.' })
  changedDays!: ChangedCalendarDay[];

  @Field(() => Int, { description: 'All clocks that run.' })
  runningClockCount!: number;

  @Field(() => Int, { description: 'Of these, those that would be due later.' })
  movedClockCount!: number;

  @Field(() => Int, {
    description:
      'Those that would be due earlier by the new version alone: the later date decides, so they keep theirs.',
  })
  keptClockCount!: number;

  @Field(() => Int, { description: 'Those whose due date would no longer be provisional.' })
  settledClockCount!: number;

  @Field(() => Int, { description: 'Instalments still owed that would move.' })
  movedInstalmentCount!: number;
}

const PublicationKind = enumOf('PublicationKind', publicationKinds, 'What is published in versions.', {
  CALENDAR: 'Which days are worked.',
  BENCHMARK: 'The bands of the clocks.',
});

@ObjectType({ description: 'A version of the calendar or of the benchmarks, and where it came from.' })
class Publication {
  @Field(() => PublicationKind, { description: 'Of what.' })
  kind!: string;

  @Field(() => Int, { description: 'Rises by one with each publication of its kind.' })
  version!: number;

  @Field(() => Person, { nullable: true, description: 'Who published it here; null for what the software brought.' })
  publishedBy!: Person | null;

  @Field(() => GraphQLDateTime, { description: 'From when it is in force here.' })
  enteredAt!: string;

  @Field(() => String, { nullable: true, description: 'Of a calendar: what it follows; null for benchmarks.' })
  source!: string | null;
}

@Resolver()
export class PublicationResolver {
  @Extensions(compiled)
  @Query(() => [Publication], {
    description: 'Who published which version when, the newest first.',
  })
  publications(@Ctx() context: Context) {
    requireRole('publishCalendar', viewerOf(context));
    return readPublications();
  }

  @Query(() => CalendarPreview, {
    description: 'What publishing a notice would do; it changes nothing.',
  })
  async previewCalendar(
    @Arg('input', () => CalendarNoticeInput) input: CalendarNotice,
    @Ctx() context: Context,
  ): Promise<CalendarPreview> {
    const preview = await previewCalendar(context.services, viewerOf(context), input);
    const { locale } = context;
    const changedDays = preview.changedDays.map(({ nameEn, ...day }) =>
      locale === 'en' ? { ...day, name: nameEn } : day,
    );
    return { ...preview, changedDays };
  }

  @Mutation(() => PublishCalendarPayload, {
    description:
      'Publishes a notice, or a corrected source, as the next version of the calendar. Running clocks are recounted at once, with an event to each that moves; stopped ones keep their days.',
  })
  async publishCalendar(
    @Arg('input', () => PublishCalendarInput) { idempotencyKey, ...input }: PublishCalendarInput,
    @Ctx() context: Context,
  ): Promise<PublishCalendarPayload> {
    await publishCalendar(context.services, viewerOf(context), { idempotencyKey: idempotencyKey ?? null, input });
    return { calendarCoverage: await coverageOf(context) };
  }

  @Mutation(() => SetBenchmarkPayload, {
    description: 'Sets the band of one clock for clocks that start from now on; the others keep theirs.',
  })
  async setBenchmark(
    @Arg('input', () => SetBenchmarkInput) { idempotencyKey, ...input }: SetBenchmarkInput,
    @Ctx() context: Context,
  ): Promise<SetBenchmarkPayload> {
    await setBenchmark(context.services, viewerOf(context), { idempotencyKey: idempotencyKey ?? null, input });
    return { benchmarks: await benchmarksOf(context) };
  }
}
