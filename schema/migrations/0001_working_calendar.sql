-- Working days: the statutory calendar in versions, and the arithmetic of domain/working-calendar.ts in SQL.
-- A version is published whole and never changed; a correction or a new notice is the next version.

create table calendar_version (
  version int primary key check (version > 0),
  from_on date not null,
  announced_through date not null,
  source text not null,
  published_at timestamptz not null,
  check (from_on <= announced_through and announced_through <= date '2099-12-31')
);

comment on column calendar_version.announced_through is
  'The last date the State has announced; from the next day Monday to Friday count and a due date is provisional.';
comment on column calendar_version.published_at is 'When the notice this version follows was published.';

-- One row a date, from from_on through 2099-12-31, so that a range of dates is a join and never has holes.
create table calendar_day (
  version int not null references calendar_version,
  date date not null,
  kind text not null check (kind in ('WEEKDAY', 'WEEKEND', 'HOLIDAY', 'MAKE_UP')),
  name text,
  name_en text,
  is_working_day boolean not null generated always as (kind in ('WEEKDAY', 'MAKE_UP')) stored,
  number int not null,
  primary key (version, date) include (number),
  check ((kind in ('HOLIDAY', 'MAKE_UP')) = (name is not null)),
  check ((name is null) = (name_en is null))
);

comment on column calendar_day.number is
  'How many working days lie in [from_on, date]: the working days in (a, b] are number(b) - number(a).';

create unique index calendar_day_by_number on calendar_day (version, number) include (date) where is_working_day;

-- Writes a version and its days. `days` is a JSON array of {date, kind: HOLIDAY or MAKE_UP, name, nameEn}; a day named
-- twice or outside [from_on, announced_through] refuses the whole version.
create function publish_calendar(
  new_version int, new_from_on date, new_announced_through date, new_source text, new_published_at timestamptz, days jsonb
) returns void language plpgsql as $$
declare
  stray date;
begin
  select named.date into stray
  from jsonb_to_recordset(days) as named(date date)
  where (named.date between new_from_on and new_announced_through) is not true limit 1;
  if found then
    raise exception 'calendar day % is not between % and %', stray, new_from_on, new_announced_through
      using errcode = 'datetime_field_overflow';
  end if;

  insert into calendar_version (version, from_on, announced_through, source, published_at)
  values (new_version, new_from_on, new_announced_through, new_source, new_published_at);

  insert into calendar_day (version, date, kind, name, name_en, number)
  select new_version, kinds.date, kinds.kind, kinds.name, kinds.name_en,
    count(*) filter (where kinds.kind in ('WEEKDAY', 'MAKE_UP')) over (order by kinds.date)
  from (
    select every.date, named.name, named."nameEn" as name_en,
      coalesce(named.kind, case when extract(isodow from every.date) < 6 then 'WEEKDAY' else 'WEEKEND' end) as kind
    from (
      select new_from_on + days_later as date from generate_series(0, date '2099-12-31' - new_from_on) as days_later
    ) as every
    left join jsonb_to_recordset(days) as named(date date, kind text, name text, "nameEn" text) on named.date = every.date
  ) as kinds;
end;
$$;

-- The running number of a date; a date the calendar does not reach is an error (22008), never null.
create function working_day_number(calendar int, day_on date) returns int language plpgsql stable as $$
declare
  found_number int;
begin
  select number into found_number from calendar_day where version = calendar and date = day_on;
  if not found then
    raise exception '% is outside calendar version %', day_on, calendar using errcode = 'datetime_field_overflow';
  end if;
  return found_number;
end;
$$;

-- The working days in (start_on, stop_on]; a reversed range is an error (22023).
create function working_days_between(calendar int, start_on date, stop_on date) returns int language plpgsql stable as $$
begin
  if stop_on < start_on then
    raise exception '% is before %', stop_on, start_on using errcode = 'invalid_parameter_value';
  end if;
  return working_day_number(calendar, stop_on) - working_day_number(calendar, start_on);
end;
$$;

-- The Nth working day after start_on; 0 is start_on itself. Below 0, above 10000 (22023) or past the last date (22008) is an error.
create function due_date(calendar int, start_on date, working_days int) returns date language plpgsql stable as $$
declare
  start_number int := working_day_number(calendar, start_on);
  due_on date;
begin
  if working_days is null or working_days not between 0 and 10000 then
    raise exception '% is not from 0 through 10000 working days', working_days using errcode = 'invalid_parameter_value';
  end if;
  if working_days = 0 then
    return start_on;
  end if;
  select date into due_on from calendar_day
  where version = calendar and number = start_number + working_days and is_working_day;
  if not found then
    raise exception '% working days after % is outside calendar version %', working_days, start_on, calendar
      using errcode = 'datetime_field_overflow';
  end if;
  return due_on;
end;
$$;
