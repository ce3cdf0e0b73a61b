-- The schema after all migrations: written by `pnpm contracts`, compared by `pnpm check`, edited by nobody.

-- Tables

create table accord_migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint accord_migration_pkey PRIMARY KEY (name)
);

create table calendar_day (
  version integer not null,
  date date not null,
  kind text not null,
  name text,
  name_en text,
  is_working_day boolean not null generated always as ((kind = ANY (ARRAY['WEEKDAY'::text, 'MAKE_UP'::text]))) stored,
  number integer not null,
  constraint calendar_day_check CHECK (((kind = ANY (ARRAY['HOLIDAY'::text, 'MAKE_UP'::text])) = (name IS NOT NULL))),
  constraint calendar_day_check1 CHECK (((name IS NULL) = (name_en IS NULL))),
  constraint calendar_day_kind_check CHECK ((kind = ANY (ARRAY['WEEKDAY'::text, 'WEEKEND'::text, 'HOLIDAY'::text, 'MAKE_UP'::text]))),
  constraint calendar_day_pkey PRIMARY KEY (version, date) INCLUDE (number),
  constraint calendar_day_version_fkey FOREIGN KEY (version) REFERENCES calendar_version(version)
);

create table calendar_version (
  version integer not null,
  from_on date not null,
  announced_through date not null,
  source text not null,
  published_at timestamp with time zone not null,
  constraint calendar_version_check CHECK (((from_on <= announced_through) AND (announced_through <= '2099-12-31'::date))),
  constraint calendar_version_pkey PRIMARY KEY (version),
  constraint calendar_version_version_check CHECK ((version > 0))
);

-- Indexes

CREATE UNIQUE INDEX calendar_day_by_number ON public.calendar_day USING btree (version, number) INCLUDE (date) WHERE is_working_day;

-- Functions

CREATE OR REPLACE FUNCTION public.due_date(calendar integer, start_on date, working_days integer)
 RETURNS date
 LANGUAGE plpgsql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.publish_calendar(new_version integer, new_from_on date, new_announced_through date, new_source text, new_published_at timestamp with time zone, days jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.working_day_number(calendar integer, day_on date)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  found_number int;
begin
  select number into found_number from calendar_day where version = calendar and date = day_on;
  if not found then
    raise exception '% is outside calendar version %', day_on, calendar using errcode = 'datetime_field_overflow';
  end if;
  return found_number;
end;
$function$;

CREATE OR REPLACE FUNCTION public.working_days_between(calendar integer, start_on date, stop_on date)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if stop_on < start_on then
    raise exception '% is before %', stop_on, start_on using errcode = 'invalid_parameter_value';
  end if;
  return working_day_number(calendar, stop_on) - working_day_number(calendar, start_on);
end;
$function$;

-- Comments

comment on column calendar_day.number is 'How many working days lie in [from_on, date]: the working days in (a, b] are number(b) - number(a).';

comment on column calendar_version.announced_through is 'The last date the State has announced; from the next day Monday to Friday count and a due date is provisional.';

comment on column calendar_version.published_at is 'When the notice this version follows was published.';
