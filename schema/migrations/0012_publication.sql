-- Calendars and benchmarks that are published here: who, when, under which key. Running clocks are revised case by case.
create table publication (
  kind text not null check (kind in ('CALENDAR', 'BENCHMARK')),
  version integer not null,
  -- null for what the migrations brought
  published_by uuid references person,
  -- from when it is in force here; a notice of the State has its own date
  entered_at timestamptz not null,
  key_digest text,
  input_digest text,
  primary key (kind, version)
);
create index publication_of_key on publication (published_by, kind, key_digest) where key_digest is not null;
create trigger publication_append_only before update or delete on publication
  for each row execute function refuse_change();
create trigger publication_never_truncated before truncate on publication
  for each statement execute function refuse_change();
revoke update, delete, truncate on publication from public, current_user;

insert into publication (kind, version, entered_at)
  select 'CALENDAR', version, published_at from calendar_version
  union all select distinct 'BENCHMARK', version, timestamptz '2004-01-01T00:00:00+08:00' from benchmark;

-- The version of the calendar by which the dates of a case were computed last; an older one than the newest is to be revised.
alter table case_snapshot add column calendar_version integer not null default 1;
alter table case_snapshot alter column calendar_version drop default;
create index case_snapshot_by_calendar on case_snapshot (calendar_version, case_id);

-- What the calendar that counts gives, null where that is the due date, and by how many working days an earlier one
-- gave more time.
alter table clock add column computed_due_on date, add column grace_working_days integer not null default 0;
alter table clock_fact add column computed_due_on date, add column grace_working_days integer not null default 0;

-- Cases folded before know of no grace.
update case_snapshot set state = (state::jsonb || jsonb_build_object('clocks', (
  select coalesce(jsonb_agg(
    clock || jsonb_build_object('computedDueOn', clock->'dueOn', 'graceWorkingDays', 0) order by place), '[]')
  from jsonb_array_elements(state::jsonb->'clocks') with ordinality as c(clock, place)
)))::json;
