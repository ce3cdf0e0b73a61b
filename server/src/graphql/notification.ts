import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { markNotificationsRead } from '../commands/notification.js';
import type { MarkNotificationsRead } from '../commands/notification.js';
import type { Id } from '../domain/case.js';
import { notificationKinds, wordsOfNotification } from '../domain/notification-kind.js';
import type { NotificationKind as Kind } from '../domain/notification-kind.js';
import {
  addedNotifications,
  newestNotification,
  readMarked,
  readNotification,
  readNotifications,
} from '../reads/notification.js';
import type { AddedNotification } from '../reads/notification.js';
import type { Read } from '../reads/read.js';
import { ClockKind } from './benchmark.js';
import { Case } from './case.js';
import { compiled } from './compiled.js';
import type { Context } from './context.js';
import { viewerOf } from './context.js';
import { decodeIds } from './decode-ids.js';
import { enumOf } from './enums.js';
import { Node } from './node.js';
import { connectionOf, PagingArguments } from './paging.js';
import { Viewer } from './person.js';
import { GraphQLDate, GraphQLDateTime } from './scalars.js';
import type { StreamContext } from './stream.js';

const NotificationKind = enumOf(
  'NotificationKind',
  notificationKinds,
  'What somebody is told of.',
  Object.fromEntries(notificationKinds.map((kind) => [kind, `${wordsOfNotification[kind][1]}.`])) as Record<
    Kind,
    string
  >,
);

@ObjectType({
  implements: Node,
  description:
    'What you are told, on working days from 09:00 in Shanghai, of an urgent case at once. It shows cases that you may still see; about none of them it is gone.',
})
export class Notification extends Node {
  @Field(() => NotificationKind, { description: 'What happened.' })
  kind!: string;

  @Field(() => String, { description: 'In one line, in the language of the request.' })
  text!: string;

  @Field(() => Int, {
    description: 'How many cases it is about; warnings of one kind come once a day, for all cases together.',
  })
  caseCount!: number;

  @Field(() => [Case], {
    description: 'The cases, by number, up to ten of them; `cases` with `filter.notification` gives all.',
  })
  cases!: Case[];

  @Field(() => GraphQLDate, { nullable: true, description: 'The earliest date that matters; null without one.' })
  dueOn!: string | null;

  @Field(() => ClockKind, { nullable: true, description: 'The clock it is about; null without one, or with several.' })
  clock!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was delivered.' })
  createdAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When you marked it read; null while unread.' })
  readAt!: string | null;
}

const NotificationConnection = connectionOf(() => Notification, 'Notification');

@ArgsType()
class NotificationsArguments extends PagingArguments {
  @Field(() => Boolean, { nullable: true, description: 'Only those that you have not read; false when not given.' })
  unreadOnly?: boolean | null;
}

@InputType({ description: 'Which of your notifications you have read.' })
class MarkNotificationsReadInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'Your own ones, up to 100; everything delivered so far when not given. Any other id is NOT_FOUND.',
  })
  notificationIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Your own key, 1 to 200 characters: a repeat changes nothing; with another input it is IDEMPOTENCY_MISMATCH.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What was marked read.' })
class MarkNotificationsReadPayload {
  @Field(() => [Notification], { description: 'Those that the input named, the newest first.' })
  notifications!: Notification[];

  @Field(() => Viewer, { description: 'You, with what is unread now.' })
  viewer!: Viewer;
}

/** Each notification as it is delivered; null in between, so that a lost right ends a silent stream too. */
async function* added({ services, renew, signal, ...context }: StreamContext): AsyncGenerator<Read | null> {
  const { pool, doorbell } = services;
  const { id } = viewerOf({ ...context, services });
  const newest = await pool.query<Pick<AddedNotification, 'seq'>>({ ...newestNotification, values: [id] });
  let { seq } = newest.rows[0]!;
  yield null;
  while (!signal.aborted) {
    // Armed before reading: a ring between reading and waiting is not lost.
    const bell = doorbell.armed(signal, 2_000);
    const { rows } = await pool.query<AddedNotification>({ ...addedNotifications, values: [id, seq] });
    for (const row of rows) {
      seq = row.seq;
      yield readNotification(row.id);
    }
    if (rows.length > 0) continue;
    await bell;
    viewerOf(await renew());
  }
}

@Resolver()
export class NotificationResolver {
  @Extensions(compiled)
  @Query(() => NotificationConnection, { description: 'Your own notifications, the newest first.' })
  notifications(@Args(() => NotificationsArguments) question: NotificationsArguments) {
    return readNotifications(question);
  }

  @Extensions(compiled)
  @Mutation(() => MarkNotificationsReadPayload, {
    description: 'Marks your own notifications read; those that are stay as they are.',
  })
  async markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput) given: MarkNotificationsReadInput,
    @Ctx() context: Context,
  ) {
    const { idempotencyKey, ...input } = decodeIds(given, 'input') as MarkNotificationsReadInput &
      MarkNotificationsRead;
    await markNotificationsRead(context.services, viewerOf(context), input, idempotencyKey ?? null);
    return readMarked((input.notificationIds ?? []) as Id[]);
  }

  @Extensions(compiled)
  @Subscription(() => Notification, {
    description: 'Each of your notifications as it is delivered, from now on. It ends when you may no longer sign in.',
    subscribe: ({ context }) => added(context as StreamContext),
  })
  notificationAdded(@Root() read: Read): Read {
    return read;
  }
}
