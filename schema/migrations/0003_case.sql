-- The event record is the truth of a case. Every other table here is a function of it, written in the same statement
-- (rowsOf in server/src/domain/rows.ts), except case_text, which holds the words that the events hold digests of.

-- One sequence for events and facts, so that a feed position orders both.
create sequence feed_seq;

-- A restored database begins a new epoch, because its transaction ids begin again.
create table feed_epoch (
  epoch integer primary key,
  begun_at timestamptz not null default clock_timestamp()
);
insert into feed_epoch (epoch) values (1);

create function current_feed_epoch() returns integer
language sql stable as $$ select max(epoch) from feed_epoch $$;

create table case_event (
  epoch integer not null default current_feed_epoch(),
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null default nextval('feed_seq'),
  id uuid not null unique,
  case_id uuid not null,
  -- who may read it; never changes, revealing is a new event
  audience text not null check (audience ~ '^(PARTIES|STAFF|(PARTY|SEAT):[0-9a-f-]{36})$'),
  -- gap-free per case and audience, so that hidden events cannot be counted
  number integer not null check (number > 0),
  -- number of the last event for all parties, this one included
  case_version integer not null,
  type text not null,
  at timestamptz not null,
  -- the date from which it counts: that of `at`, or the due date of the deadline that acted
  effective_on date not null,
  actor jsonb not null,
  payload jsonb not null,
  clocks jsonb not null,
  deadline jsonb,
  -- sha256 of the previous hash of this case and audience and of the event's canonical JSON
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- digest of the idempotency key of the command that caused it, for its own caller
  command_key text,
  primary key (case_id, audience, number)
);
-- the feed: everything after a position, in the order in which it may be read
create unique index case_event_position on case_event (epoch, xid, seq);
create index case_event_of_case on case_event (case_id, seq);

create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger case_event_append_only before update or delete on case_event
  for each row execute function refuse_change();
create trigger case_event_never_truncated before truncate on case_event
  for each statement execute function refuse_change();

-- Nobody may change the log, its owner included; the triggers stop who may all the same.
revoke update, delete, truncate on case_event from public, current_user;

-- The words behind the digests. Erasing them leaves every chain verifiable.
create table case_text (
  id uuid primary key,
  case_id uuid not null,
  salt text not null,
  words text not null
);
create index case_text_of_case on case_text (case_id);

-- The folded state of a case, which the next command starts from.
create table case_snapshot (
  case_id uuid primary key,
  state json not null
);

-- What a command with an idempotency key did: one key of a person and a command, one effect, one answer.
create table command_effect (
  person_id uuid not null,
  command text not null,
  key_digest text not null,
  input_digest text not null,
  case_id uuid not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (person_id, command, key_digest)
);
create index command_effect_age on command_effect (at);

create table payment_transaction (
  id uuid primary key,
  reference text not null unique,
  paid_at timestamptz not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  counterparty_text_id uuid,
  product text,
  order_status text
);

create table dispute_case (
  id uuid primary key,
  number text not null unique,
  version integer not null,
  type text not null,
  reason text not null,
  track text not null,
  urgency text not null,
  complexity text,
  channel text not null,
  product text not null,
  stage text not null,
  outcome text,
  waiting_on text,
  description_text_id uuid,
  requested_remedy_text_id uuid,
  disputed_amount_minor bigint,
  disputed_currency text,
  transaction_id uuid,
  -- where an imported case came from; null for a case filed here
  source text,
  team_id uuid,
  handler_id uuid,
  filed_at timestamptz not null,
  received_on date not null,
  resolved_at timestamptz,
  last_event_at timestamptz not null,
  -- when the version last rose: an order by it shows nothing of hidden events
  updated_at timestamptz not null,
  window_ends_on date,
  -- the running clock that is due first
  next_due_clock text,
  next_due_on date,
  -- when everything of the settlement was agreed
  agreed_at timestamptz
);
create index dispute_case_filed on dispute_case (filed_at, id);
create index dispute_case_updated on dispute_case (updated_at, id);
create index dispute_case_stage on dispute_case (stage, filed_at, id);
create index dispute_case_handler on dispute_case (handler_id, filed_at, id);
create index dispute_case_team on dispute_case (team_id, filed_at, id);
create index dispute_case_transaction on dispute_case (transaction_id) where transaction_id is not null;
create index dispute_case_source on dispute_case (source, filed_at, id) where source is not null;

create table party (
  id uuid primary key,
  case_id uuid not null,
  ordinal integer not null,
  side text not null,
  kind text not null,
  name_text_id uuid,
  has_confirmed_result boolean not null
);
create index party_of_case on party (case_id, ordinal);

create table party_member (
  party_id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  primary key (party_id, person_id)
);
create index party_member_of_person on party_member (person_id, case_id);
create index party_member_of_case on party_member (case_id);

-- Every clock cycle as it stands, with what the case was when it ended (while it runs: is now).
create table clock (
  case_id uuid not null,
  kind text not null,
  cycle integer not null,
  state text not null,
  started_at timestamptz not null,
  stopped_at timestamptz,
  stop_reason text,
  -- the date the first span begins after, and the date the last one ended on
  started_on date not null,
  stopped_on date,
  band_min integer not null,
  band_max integer not null,
  calendar_version integer not null,
  original_due_on date not null,
  due_on date not null,
  is_provisional boolean not null,
  pause_cap integer not null,
  -- [{"fromOn", "toOn"}], each the days in (fromOn, toOn]
  spans jsonb not null,
  pauses jsonb not null,
  -- of a running cycle, in working days: what is behind it, and the dates since when it runs and stands still
  elapsed_before integer not null,
  running_since date,
  paused_before integer not null,
  paused_since date,
  -- of an ended cycle, in working days
  elapsed integer,
  paused integer,
  counted integer,
  verdict text,
  type text not null,
  reason text not null,
  track text not null,
  urgency text not null,
  complexity text,
  handler_id uuid,
  team_id uuid,
  -- of the case, whenever the cycle ended
  channel text not null,
  product text not null,
  outcome text,
  root_cause text,
  -- who answers the case: a member of its first respondent
  respondent_id uuid,
  source text,
  primary key (case_id, kind, cycle)
);
create index clock_stopped on clock (kind, stopped_on);
create index clock_started on clock (kind, started_on);

-- The history of clock: one row a change of a cycle, never changed. The last one at or before a feed position is what
-- was known then.
create table clock_fact (
  epoch integer not null default current_feed_epoch(),
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null default nextval('feed_seq'),
  like clock,
  primary key (case_id, kind, cycle, seq)
);
create unique index clock_fact_position on clock_fact (epoch, xid, seq);
create trigger clock_fact_append_only before update or delete on clock_fact
  for each row execute function refuse_change();
create trigger clock_fact_never_truncated before truncate on clock_fact
  for each statement execute function refuse_change();

revoke update, delete, truncate on clock_fact from public, current_user;

create table deadline (
  case_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  -- last day in time; it acts from the next
  due_on date not null,
  acted_at timestamptz,
  primary key (case_id, kind, subject_id, due_on)
);
create index deadline_pending on deadline (due_on, case_id) where acted_at is null;

create table investigation (
  id uuid primary key,
  case_id uuid not null,
  cycle integer not null,
  started_at timestamptz not null,
  concluded_at timestamptz,
  unique (case_id, cycle)
);

create table investigation_step (
  id uuid primary key,
  case_id uuid not null,
  investigation_id uuid not null,
  ordinal integer not null,
  kind text not null,
  status text not null,
  note_text_id uuid,
  result_text_id uuid,
  done_at timestamptz
);
create index investigation_step_of on investigation_step (investigation_id, ordinal);

create table finding (
  id uuid primary key,
  case_id uuid not null,
  investigation_id uuid not null,
  ordinal integer not null,
  root_cause text not null,
  text_id uuid not null,
  evidence_ids uuid[] not null,
  recorded_at timestamptz not null
);
create index finding_of on finding (investigation_id, ordinal);

create table evidence_request (
  id uuid primary key,
  case_id uuid not null,
  ordinal integer not null,
  from_party_id uuid not null,
  types text[] not null,
  is_mandatory boolean not null,
  due_on date not null,
  on_lapse text not null,
  status text not null,
  asked_at timestamptz not null,
  closed_at timestamptz
);
create index evidence_request_of_case on evidence_request (case_id, ordinal);

create table evidence (
  id uuid primary key,
  case_id uuid not null,
  audience text not null,
  type text not null,
  title_text_id uuid not null,
  party_id uuid,
  request_id uuid,
  submitted_at timestamptz not null
);
create index evidence_of_case on evidence (case_id, submitted_at, id);

create table negotiation_round (
  id uuid primary key,
  case_id uuid not null,
  number integer not null,
  phase text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  result text,
  unique (case_id, number)
);

create table meeting (
  id uuid primary key,
  case_id uuid not null,
  ordinal integer not null,
  round_id uuid,
  mode text not null,
  status text not null,
  scheduled_at timestamptz not null,
  place_text_id uuid,
  held_at timestamptz,
  minutes_text_id uuid,
  attendee_party_ids uuid[] not null
);
create index meeting_of_case on meeting (case_id, ordinal);

create table proposal (
  id uuid primary key,
  case_id uuid not null,
  round_id uuid not null,
  parent_id uuid,
  author_party_id uuid,
  hash text not null,
  expires_on date not null,
  settles_part boolean not null,
  finding_ids uuid[] not null,
  status text not null,
  made_at timestamptz not null,
  -- [{"partyId", "answer", "at"}]
  responses jsonb not null
);
create index proposal_of_case on proposal (case_id, made_at, id);
create index proposal_of_round on proposal (round_id);

-- A term as offered (proposal_id) or imposed by the fast track (null); status is null until it is agreed.
create table term (
  id uuid primary key,
  case_id uuid not null,
  proposal_id uuid,
  ordinal integer not null,
  kind text not null,
  obligor_id uuid not null,
  beneficiary_id uuid not null,
  amount_minor bigint,
  currency text,
  due_on date not null,
  text_id uuid,
  -- [{"number", "nominalOn", "dueOn", "amount": {"amountMinor", "currency"}}]
  instalments jsonb not null,
  status text,
  reported_at timestamptz,
  fulfilled_at timestamptz
);
create index term_of_case on term (case_id, ordinal);
create index term_of_proposal on term (proposal_id, ordinal);

create table measure (
  id uuid primary key,
  case_id uuid not null,
  kind text not null,
  reason_text_id uuid not null,
  taken_at timestamptz not null,
  ends_on date not null
);
create index measure_of_case on measure (case_id, taken_at, id);

create table referral (
  id uuid primary key,
  case_id uuid not null,
  route_id uuid not null references referral_route,
  referred_at timestamptz not null
);
create index referral_of_case on referral (case_id, referred_at, id);
