import type { Runtime } from '@accord/server/commands/runtime';
import { addDays, startOfDay, workingDaysBefore } from '@accord/server/domain/working-calendar';
import type { LocalDate, WorkingCalendar } from '@accord/server/domain/working-calendar';

/** How many working days of notifications wait to be read when the demo is opened. */
const unreadWorkingDays = 2;

/**
 * Delivers what is to have been told by now as a server that ran all the time has: on the day and at the hour of each line, what
 * the clockwork told as one notification a person, kind and day. What is to be told later waits for its hour.
 */
export async function deliverNotifications({ pool, now }: Runtime): Promise<void> {
  await pool.query({
    name: 'deliver-past',
    text: `
      with due as materialized (
        select id, recipient_id, kind, deliver_at, case when is_gathered then (deliver_at at time zone 'Asia/Shanghai')::date end as gathered_on
        from notice where notification_id is null and deliver_at <= coalesce($1::timestamptz, clock_timestamp())
      ), gathered as materialized (
        select recipient_id, kind, gathered_on, case when gathered_on is null then id end as single_id,
          min(deliver_at) as created_at, gen_random_uuid() as new_id
        from due group by 1, 2, 3, 4
      ), addressed as materialized (
        select g.recipient_id, g.kind, g.gathered_on, g.single_id, g.created_at, coalesce(x.id, g.new_id) as id, x.id is null as is_new
        from gathered g left join notification x using (recipient_id, kind, gathered_on)
      ), added as (
        insert into notification (id, recipient_id, kind, gathered_on, created_at)
        select id, recipient_id, kind, gathered_on, created_at from addressed where is_new order by created_at, id
      )
      update notice n set notification_id = a.id
      from due d join addressed a on a.recipient_id = d.recipient_id and a.kind = d.kind
        and (a.single_id = d.id or (a.single_id is null and a.gathered_on = d.gathered_on))
      where n.id = d.id`,
    values: [now?.() ?? null],
  });
}

/** Marks read what people have looked at within the day: everything but what is new, and of each the newest. */
export async function readNotifications(
  pool: Runtime['pool'],
  calendar: WorkingCalendar,
  asOf: LocalDate,
): Promise<void> {
  const unreadFrom = workingDaysBefore(calendar, addDays(asOf, -1), unreadWorkingDays - 1);
  await pool.query(
    `update notification n set read_at = n.created_at + interval '50 minutes'
     from (select id, row_number() over (partition by recipient_id order by created_at desc, id desc) as rank from notification) x
     where x.id = n.id and x.rank > 1 and n.read_at is null and n.created_at < $1`,
    [startOfDay(unreadFrom)],
  );
}
