-- Who signs in, what the platform publishes, and where unsolved cases go on.

create table team (
  id uuid primary key,
  name text not null,
  -- types of dispute this team handles; a type nobody names goes to the first team by id
  case_types text[] not null default '{}'
);

create table person (
  id uuid primary key,
  name text not null,
  -- what the issuer of the token calls this person
  subject text not null unique,
  roles text[] not null default '{USER}',
  -- what this person is when a party of a case
  party_kind text not null default 'PERSON' check (party_kind in ('PERSON', 'MERCHANT', 'SERVICE_PROVIDER', 'PLATFORM')),
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  is_active boolean not null default true
);

create table team_member (
  team_id uuid not null references team,
  person_id uuid not null references person,
  primary key (person_id, team_id)
);
create index team_member_team on team_member (team_id, person_id);

-- Published bands of working days. A new publication is a new version; clocks keep the band they started under.
create table benchmark (
  version integer not null check (version > 0),
  clock text not null,
  track text check (track in ('SIMPLE', 'STANDARD')),
  min_working_days integer not null check (min_working_days >= 0),
  max_working_days integer not null check (max_working_days >= min_working_days),
  primary key (version, clock)
);

insert into benchmark (version, clock, track, min_working_days, max_working_days) values
  (1, 'SIMPLE', 'SIMPLE', 1, 2),
  (1, 'RESPONSE', null, 3, 5),
  (1, 'INVESTIGATION', 'STANDARD', 3, 5),
  (1, 'FIRST_NEGOTIATION', null, 7, 15),
  (1, 'SECOND_NEGOTIATION', null, 10, 20),
  (1, 'OVERALL', null, 10, 30);

create table referral_route (
  id uuid primary key,
  kind text not null check (kind in ('HOTLINE', 'CONSUMER_ASSOCIATION', 'MEDIATION', 'ARBITRATION', 'COURT')),
  name_zh text not null,
  name_en text not null,
  phone text,
  -- types of dispute the route is competent for; empty is all
  case_types text[] not null default '{}',
  -- the first is the default
  rank integer not null unique
);

insert into referral_route (id, kind, name_zh, name_en, phone, rank) values
  ('01900000-0000-7000-8000-000000012378', 'HOTLINE', '金融消费者投诉热线 12378', 'Financial consumer hotline 12378', '12378', 1),
  ('01900000-0000-7000-8000-000000012315', 'CONSUMER_ASSOCIATION', '消费者协会 12315', 'Consumer association 12315', '12315', 2),
  ('01900000-0000-7000-8000-000000000003', 'MEDIATION', '金融纠纷调解组织', 'Financial dispute mediation', null, 3),
  ('01900000-0000-7000-8000-000000000004', 'ARBITRATION', '仲裁委员会', 'Arbitration commission', null, 4),
  ('01900000-0000-7000-8000-000000000005', 'COURT', '人民法院', 'People’s court', null, 5);
