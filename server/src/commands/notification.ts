import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '../domain/case.js';
import { reminderAt } from '../domain/clock-reminder.js';
import { notFound } from '../domain/domain-error.js';
import { deliveryOf } from '../domain/notice.js';
import type { Person } from '../domain/permission.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import { clockOf, transact } from './case-transaction.js';
import { once } from './idempotency.js';
import type { Runtime } from './runtime.js';

/**
 * Warns of every running clock that has come nearer its maximum than it was told, and answers how many warnings it wrote.
 * The dates are read off the clocks as they stand, never stored: a pause or a new calendar moves them by itself. One statement,
 * however many clocks; each warning once a cycle, to the handler, or to the supervisors of the team while there is none.
 */
export async function remindOfClocks(runtime: Runtime): Promise<number> {
  const { pool, published } = runtime;
  const { calendar } = await published.inForce(pool);
  const now = await clockOf(runtime);
  const { rows: lengths } = await pool.query<{ max: number; grace: number }>({
    name: 'running-lengths',
    text: `select distinct band_max as max, grace_working_days as grace from clock where state = 'RUNNING' and source is null`,
  });
  const warnings = lengths.flatMap(({ max, grace }) => {
    const days = Array.from({ length: max + grace + 1 }, (_, left) => left);
    return days.map((left) => ({ max, grace, left, reminder: reminderAt(left, max, grace) }));
  });
  const { rowCount } = await pool.query({
    name: 'remind-of-clocks',
    text: `
      with told as (
        insert into clock_reminder (case_id, kind, cycle, reminder, reminded_at)
        select c.case_id, c.kind, c.cycle, w.reminder, $4
        from clock c
        join calendar_day due on due.version = $1 and due.date = c.due_on
        join calendar_day today on today.version = $1 and today.date = $2
        join json_to_recordset($3) as w(max int, grace int, "left" int, reminder text)
          on w.max = c.band_max and w.grace = c.grace_working_days and w."left" = due.number - today.number
        where c.state = 'RUNNING' and c.source is null and c.due_on >= $2
        on conflict do nothing returning case_id, kind, cycle, reminder
      )
      insert into notice (recipient_id, kind, case_id, clock, due_on, is_gathered, created_at, deliver_at)
      select p.id, 'CLOCK_' || told.reminder, told.case_id, told.kind, c.due_on, true, $4,
        case when d.urgency = 'URGENT' then $4 else $5::timestamptz end
      from told join clock c using (case_id, kind, cycle) join dispute_case d on d.id = told.case_id
      cross join lateral (
        select h.id from person h where h.is_active and h.id = d.handler_id
        union all
        select s.id from team_member m join person s on s.id = m.person_id and s.is_active
        where d.handler_id is null and m.team_id = d.team_id and 'SUPERVISOR' = any(s.roles)
      ) as p`,
    values: [
      calendar.version,
      shanghaiDate(now),
      JSON.stringify(warnings.filter(({ reminder }) => reminder !== null)),
      now,
      deliveryOf(now.toISOString(), false, calendar),
    ],
  });
  return rowCount ?? 0;
}

/** Deliveries wait for each other, so that two processes never make two notifications of what belongs in one. */
const deliveryLock = 'delivery of notifications';
const BATCH = 10_000;

/**
 * Delivers what is due to be told, and answers how many notifications that made. What the clockwork told of one kind comes
 * as one notification a person and day: later lines join it while it is unread.
 */
export async function deliverNotifications(runtime: Runtime): Promise<number> {
  const { pool, now } = runtime;
  // Looked at first without a lock: there is mostly nothing.
  const { rowCount: isWaiting } = await pool.query({
    name: 'waiting-notices',
    text: `select from notice where notification_id is null and deliver_at <= coalesce($1::timestamptz, clock_timestamp()) limit 1`,
    values: [now?.() ?? null],
  });
  if (!isWaiting) return 0;
  const delivered = await transact(runtime, { locks: [deliveryLock] }, async (client, at) => {
    const { rows } = await client.query<{ lines: number; added: number }>({
      name: 'deliver-notifications',
      text: `
        with due as materialized (
          select id, recipient_id, kind, deliver_at, case when is_gathered then ($1::timestamptz at time zone 'Asia/Shanghai')::date end as gathered_on
          from notice where notification_id is null and deliver_at <= $1 order by deliver_at, id limit ${BATCH}
        ), gathered as materialized (
          select recipient_id, kind, gathered_on, case when gathered_on is null then id end as single_id,
            max(deliver_at) as created_at, gen_random_uuid() as new_id
          from due group by 1, 2, 3, 4
        ), unread as materialized (
          -- locked: one that is being marked read takes no more
          select x.id, x.recipient_id, x.kind, x.gathered_on from notification x
          where x.read_at is null and (x.recipient_id, x.kind, x.gathered_on) in (select recipient_id, kind, gathered_on from gathered)
          for update
        ), addressed as materialized (
          select g.recipient_id, g.kind, g.gathered_on, g.single_id, g.created_at, coalesce(x.id, g.new_id) as id, x.id is null as is_new
          from gathered g left join unread x using (recipient_id, kind, gathered_on)
        ), added as (
          insert into notification (id, recipient_id, kind, gathered_on, created_at)
          select id, recipient_id, kind, gathered_on, created_at from addressed where is_new order by created_at, id
          returning id
        ), filed as (
          update notice n set notification_id = a.id
          from due d join addressed a on a.recipient_id = d.recipient_id and a.kind = d.kind
            and (a.single_id = d.id or (a.single_id is null and a.gathered_on = d.gathered_on))
          where n.id = d.id returning n.id
        )
        select (select count(*)::int from filed) as lines, (select count(*)::int from added) as added`,
      values: [at],
    });
    return rows[0]!;
  });
  return delivered.lines < BATCH ? delivered.added : delivered.added + (await deliverNotifications(runtime));
}

export interface MarkNotificationsRead {
  /** All that are unread when not given. */
  notificationIds?: Id[] | null;
}

/** Marks one's own notifications read; one that is somebody else's does not exist. Answers those that were named. */
export async function markNotificationsRead(
  runtime: Runtime,
  person: Person,
  { notificationIds }: MarkNotificationsRead,
  idempotencyKey: string | null = null,
): Promise<void> {
  const ids = notificationIds ?? null;
  const use = { command: 'markNotificationsRead', idempotencyKey, input: { notificationIds: ids } };
  await once(runtime, person, use, [], async (client, now) => {
    const { rows: own } = await client.query<{ id: Id }>({
      name: 'own-notifications',
      text: `select id from notification where recipient_id = $1 and id = any($2::uuid[])`,
      values: [person.id, ids ?? []],
    });
    const known = new Set(own.map(({ id }) => id));
    const stray = (ids ?? []).findIndex((id) => !known.has(id));
    if (stray >= 0) throw notFound(`input.notificationIds.${stray}`);
    await client.query({
      name: 'mark-notifications-read',
      text: `update notification set read_at = $3 where recipient_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2))`,
      values: [person.id, ids, now],
    });
    return {};
  });
}

/** Forgets notifications that were read long enough ago, with the lines that they told; unread ones stay. */
export async function forgetReadNotifications({
  pool,
  now,
  policy,
}: Pick<Runtime, 'pool' | 'now' | 'policy'>): Promise<void> {
  await pool.query({
    name: 'forget-notifications',
    text: `
      with gone as (
        delete from notification
        where read_at < coalesce($1::timestamptz, clock_timestamp()) - make_interval(days => $2) returning id
      )
      delete from notice where notification_id in (select id from gone)`,
    values: [now?.() ?? null, policy.readNotificationDays],
  });
}

/** So long what is told gathers before it is delivered: a burst of commands costs one delivery. */
const GATHERING_MS = 250;

/** Delivers soon after the bell rings, until closed; the sweep delivers what only the hour makes due. */
export function watchNotices(runtime: Runtime, onError: (error: unknown) => void): { close(): Promise<void> } {
  const controller = new AbortController();
  const watching = (async () => {
    while (!controller.signal.aborted) {
      const bell = runtime.doorbell.armed(controller.signal, 60_000);
      await deliverNotifications(runtime).catch(onError);
      await bell;
      await sleep(GATHERING_MS, undefined, { signal: controller.signal }).catch(() => {});
    }
  })();
  return {
    async close() {
      controller.abort();
      await watching;
    },
  };
}
