-- What is told to people: a line for each person and thing, written with the event, and the notifications that deliver them.
create table notice (
  id uuid primary key default gen_random_uuid(),
  recipient_id uuid not null,
  kind text not null,
  case_id uuid not null,
  -- the clock it is about, and the date that matters; null where there is none
  clock text,
  due_on date,
  -- whether one notification a person and day tells all of its kind
  is_gathered boolean not null,
  created_at timestamptz not null,
  -- on working days from 09:00 in Shanghai, at once for an urgent case
  deliver_at timestamptz not null,
  -- null until it is delivered
  notification_id uuid
);
create index notice_waiting on notice (deliver_at) where notification_id is null;
create index notice_of_notification on notice (notification_id, case_id) where notification_id is not null;

create table notification (
  id uuid primary key,
  -- the order of delivery
  seq bigint generated always as identity unique,
  recipient_id uuid not null,
  kind text not null,
  -- the Shanghai date whose lines it gathers; null for a single one
  gathered_on date,
  created_at timestamptz not null,
  read_at timestamptz
);
create index notification_of_recipient on notification (recipient_id, created_at, id);
create index notification_unread on notification (recipient_id) where read_at is null;
create index notification_added on notification (recipient_id, seq);
-- what comes later the same day joins the one that is still unread
create unique index notification_gathering on notification (recipient_id, kind, gathered_on)
  where gathered_on is not null and read_at is null;

-- How near its maximum a running clock was told to be, so that each warning is given once a cycle.
create table clock_reminder (
  case_id uuid not null,
  kind text not null,
  cycle integer not null,
  reminder text not null,
  reminded_at timestamptz not null,
  primary key (case_id, kind, cycle, reminder)
);
create index clock_running on clock (due_on) where state = 'RUNNING';

-- What was marked read under an idempotency key concerns no case.
alter table command_effect alter column case_id drop not null;

-- Cases folded before know of no breach, and of no date after which something is only told.
create function pg_temp.each_clock_with(list jsonb, added jsonb) returns jsonb language sql as
$$ select coalesce(jsonb_agg(entry || added order by place), '[]') from jsonb_array_elements(list) with ordinality as e(entry, place) $$;
create function pg_temp.told_dates(state jsonb) returns table (kind text, subject_id text, due_on text, place bigint) language sql as $$
  with dated as (
    select 'TERM_OVERDUE' as kind, term->>'id' as subject_id, term->>'dueOn' as due_on, 1000 * n as rank
    from jsonb_array_elements(state->'terms') with ordinality as t(term, n) where term->>'status' in ('OPEN', 'CONTESTED')
    union all
    select 'TERM_OVERDUE', term->>'id', instalment->>'dueOn', 1000 * n + m
    from jsonb_array_elements(state->'terms') with ordinality as t(term, n),
      jsonb_array_elements(term->'instalments') with ordinality as i(instalment, m)
    where term->>'status' = 'IN_FORCE' and instalment->>'paidAt' is null
    union all
    select 'OBJECTION', objection->>'id', objection->>'dueOn', 1000000000 + n
    from jsonb_array_elements(state->'objections') with ordinality as o(objection, n) where objection->>'status' = 'OPEN'
    union all
    select 'ADMISSION', state->>'id', state->'secondNegotiation'->>'dueOn', 2000000000
    where state->'secondNegotiation'->>'status' = 'REQUESTED'
    union all
    select 'OPINION', seat->>'id', seat->>'opinionDueOn', 2500000000 + n
    from jsonb_array_elements(state->'seats') with ordinality as s(seat, n)
    where state->>'stage' = 'EXPERT_REVIEW' and seat->>'status' in ('APPOINTED', 'CLEAR')
      and seat->>'opinionDueOn' is not null and seat->>'sealedAt' is null
    union all
    select 'EVIDENCE_ANSWER', piece->>'id', piece->>'answerDueOn', 2700000000 + n
    from jsonb_array_elements(state->'evidence') with ordinality as e(piece, n)
    where piece->>'answerDueOn' is not null and piece->>'review' is null and not exists (
      select from jsonb_array_elements(state->'evidence') as later where later->>'supersedesId' = piece->>'id')
    union all
    select 'MEASURE', measure->>'id', measure->>'endsOn', 3000000000 + n
    from jsonb_array_elements(state->'measures') with ordinality as m(measure, n) where measure->>'liftedAt' is null
    union all
    select 'BREACH', state->>'id', clock->>'dueOn', 4000000000 + n
    from jsonb_array_elements(state->'clocks') with ordinality as c(clock, n)
    where clock->>'state' = 'RUNNING' and state->>'source' is null
  )
  select kind, subject_id, due_on, min(rank) from dated group by kind, subject_id, due_on
$$;
update case_snapshot set state = (state::jsonb || jsonb_build_object(
  'clocks', pg_temp.each_clock_with(state::jsonb->'clocks', '{"breachedOn": null}'),
  'deadlines', state::jsonb->'deadlines' || coalesce((
    select jsonb_agg(jsonb_build_object('kind', kind, 'subjectId', subject_id, 'dueOn', due_on, 'actedAt', null) order by place)
    from pg_temp.told_dates(state::jsonb)), '[]')
))::json;
insert into deadline (case_id, kind, subject_id, due_on)
select case_id, kind, subject_id::uuid, due_on::date from case_snapshot, pg_temp.told_dates(state::jsonb);
