-- The schema after all migrations: written by `pnpm contracts`, compared by `pnpm check`, edited by nobody.

-- Sequences

create sequence feed_seq as bigint increment by 1 start with 1;

-- Tables

create table accord_migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint accord_migration_pkey PRIMARY KEY (name)
);

create table benchmark (
  version integer not null,
  clock text not null,
  track text,
  min_working_days integer not null,
  max_working_days integer not null,
  constraint benchmark_check CHECK ((max_working_days >= min_working_days)),
  constraint benchmark_min_working_days_check CHECK ((min_working_days >= 0)),
  constraint benchmark_pkey PRIMARY KEY (version, clock),
  constraint benchmark_track_check CHECK ((track = ANY (ARRAY['SIMPLE'::text, 'STANDARD'::text]))),
  constraint benchmark_version_check CHECK ((version > 0))
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

create table case_event (
  epoch integer not null default current_feed_epoch(),
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null default nextval('feed_seq'::regclass),
  id uuid not null,
  case_id uuid not null,
  audience text not null,
  number integer not null,
  case_version integer not null,
  type text not null,
  at timestamp with time zone not null,
  effective_on date not null,
  actor jsonb not null,
  payload jsonb not null,
  clocks jsonb not null,
  deadline jsonb,
  hash text not null,
  command_key text,
  constraint case_event_audience_check CHECK ((audience ~ '^(PARTIES|STAFF|(PARTY|SEAT):[0-9a-f-]{36})$'::text)),
  constraint case_event_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint case_event_id_key UNIQUE (id),
  constraint case_event_number_check CHECK ((number > 0)),
  constraint case_event_pkey PRIMARY KEY (case_id, audience, number)
);

create table case_holding (
  case_id uuid not null,
  ordinal integer not null,
  holder text not null,
  from_on date not null,
  constraint case_holding_pkey PRIMARY KEY (case_id, ordinal)
);

create table case_number (
  case_id uuid not null,
  number text not null,
  constraint case_number_pkey PRIMARY KEY (case_id)
);

create table case_review (
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  sample_id uuid not null,
  sampled_at timestamp with time zone not null,
  verdict text,
  scores jsonb not null,
  text_id uuid,
  reviewed_at timestamp with time zone,
  constraint case_review_pkey PRIMARY KEY (id),
  constraint case_review_verdict_check CHECK ((verdict = ANY (ARRAY['GOOD'::text, 'IMPROVABLE'::text, 'POOR'::text])))
);

create table case_sample (
  id uuid not null,
  supervisor_id uuid not null,
  key_digest text not null,
  input_digest text not null,
  seed text not null,
  drawn_at timestamp with time zone not null,
  case_ids uuid[] not null,
  constraint case_sample_pkey PRIMARY KEY (id),
  constraint case_sample_supervisor_id_fkey FOREIGN KEY (supervisor_id) REFERENCES person(id),
  constraint case_sample_supervisor_id_key_digest_key UNIQUE (supervisor_id, key_digest)
);

create table case_snapshot (
  case_id uuid not null,
  state json not null,
  calendar_version integer not null,
  fold_version integer not null,
  constraint case_snapshot_pkey PRIMARY KEY (case_id)
);

create table case_text (
  id uuid not null,
  case_id uuid not null,
  salt text not null,
  words text not null,
  search_audience text,
  constraint case_text_pkey PRIMARY KEY (id),
  constraint case_text_search_audience_check CHECK ((search_audience = ANY (ARRAY['REVIEWED'::text, 'INSIDE'::text])))
);

create table clarification (
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  question_text_id uuid not null,
  answer_text_id uuid,
  due_on date not null,
  on_lapse text not null,
  status text not null,
  asked_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint clarification_pkey PRIMARY KEY (id)
);

create table clock (
  case_id uuid not null,
  kind text not null,
  cycle integer not null,
  state text not null,
  started_at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  stop_reason text,
  started_on date not null,
  stopped_on date,
  band_min integer not null,
  band_max integer not null,
  calendar_version integer not null,
  original_due_on date not null,
  due_on date not null,
  is_provisional boolean not null,
  pause_cap integer not null,
  spans jsonb not null,
  pauses jsonb not null,
  elapsed_before integer not null,
  running_since date,
  paused_before integer not null,
  paused_since date,
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
  channel text not null,
  product text not null,
  outcome text,
  root_cause text,
  respondent_id uuid,
  source text,
  computed_due_on date,
  grace_working_days integer not null default 0,
  constraint clock_pkey PRIMARY KEY (case_id, kind, cycle)
);

create table clock_fact (
  epoch integer not null default current_feed_epoch(),
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null default nextval('feed_seq'::regclass),
  case_id uuid not null,
  kind text not null,
  cycle integer not null,
  state text not null,
  started_at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  stop_reason text,
  started_on date not null,
  stopped_on date,
  band_min integer not null,
  band_max integer not null,
  calendar_version integer not null,
  original_due_on date not null,
  due_on date not null,
  is_provisional boolean not null,
  pause_cap integer not null,
  spans jsonb not null,
  pauses jsonb not null,
  elapsed_before integer not null,
  running_since date,
  paused_before integer not null,
  paused_since date,
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
  channel text not null,
  product text not null,
  outcome text,
  root_cause text,
  respondent_id uuid,
  source text,
  computed_due_on date,
  grace_working_days integer not null default 0,
  constraint clock_fact_pkey PRIMARY KEY (case_id, kind, cycle, seq)
);

create table clock_reminder (
  case_id uuid not null,
  kind text not null,
  cycle integer not null,
  reminder text not null,
  reminded_at timestamp with time zone not null,
  constraint clock_reminder_pkey PRIMARY KEY (case_id, kind, cycle, reminder)
);

create table command_effect (
  person_id uuid not null,
  command text not null,
  key_digest text not null,
  input_digest text not null,
  case_id uuid,
  answer jsonb not null,
  at timestamp with time zone not null,
  constraint command_effect_pkey PRIMARY KEY (person_id, command, key_digest)
);

create table contact_data (
  person_id uuid not null,
  phone text,
  email text,
  id_number text,
  constraint contact_data_email_check CHECK ((email <> ''::text)),
  constraint contact_data_id_number_check CHECK ((id_number <> ''::text)),
  constraint contact_data_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint contact_data_phone_check CHECK ((phone <> ''::text)),
  constraint contact_data_pkey PRIMARY KEY (person_id)
);

create table deadline (
  case_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  due_on date not null,
  acted_at timestamp with time zone,
  constraint deadline_pkey PRIMARY KEY (case_id, kind, subject_id, due_on)
);

create table dispute_case (
  id uuid not null,
  number text not null,
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
  counterparty_text_id uuid,
  transaction_product text,
  order_status text,
  source text,
  team_id uuid,
  handler_id uuid,
  filed_at timestamp with time zone not null,
  received_on date not null,
  resolved_at timestamp with time zone,
  last_event_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  window_ends_on date,
  next_due_clock text,
  next_due_on date,
  agreed_at timestamp with time zone,
  completeness_when_accepted double precision,
  queue_rank smallint not null default 3,
  integration_id uuid,
  constraint dispute_case_number_key UNIQUE (number),
  constraint dispute_case_pkey PRIMARY KEY (id)
);

create table evidence (
  id uuid not null,
  case_id uuid not null,
  audience text not null,
  type text not null,
  title_text_id uuid not null,
  party_id uuid,
  request_id uuid,
  submitted_at timestamp with time zone not null,
  supersedes_id uuid,
  is_accepted boolean,
  review_reason_text_id uuid,
  reviewed_at timestamp with time zone,
  is_late boolean not null default false,
  answer_due_on date,
  file_id uuid,
  file_name_text_id uuid,
  content_type text,
  size_bytes bigint,
  sha256 text,
  constraint evidence_pkey PRIMARY KEY (id)
);

create table evidence_attempt (
  id uuid not null,
  upload_id uuid not null,
  ends_at timestamp with time zone not null,
  constraint evidence_attempt_pkey PRIMARY KEY (id)
);

create table evidence_request (
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  from_party_id uuid not null,
  types text[] not null,
  is_mandatory boolean not null,
  due_on date not null,
  on_lapse text not null,
  status text not null,
  asked_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint evidence_request_pkey PRIMARY KEY (id)
);

create table evidence_upload (
  id uuid not null,
  person_id uuid not null,
  case_id uuid,
  type text,
  file_name text,
  content_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  attempt_ends_at timestamp with time zone,
  file_id uuid,
  evidence_id uuid,
  constraint evidence_upload_file_id_key UNIQUE (file_id),
  constraint evidence_upload_pkey PRIMARY KEY (id),
  constraint evidence_upload_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint evidence_upload_size_bytes_check CHECK ((size_bytes > 0))
);

create table expert_seat (
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  expert_id uuid not null,
  status text not null,
  opinion_due_on date,
  opinion_text_id uuid,
  seal text,
  sealed_at timestamp with time zone,
  revealed_at timestamp with time zone,
  constraint expert_seat_pkey PRIMARY KEY (id)
);

create table feed_epoch (
  epoch integer not null,
  begun_at timestamp with time zone not null default clock_timestamp(),
  constraint feed_epoch_pkey PRIMARY KEY (epoch)
);

create table finding (
  id uuid not null,
  case_id uuid not null,
  investigation_id uuid not null,
  ordinal integer not null,
  root_cause text not null,
  text_id uuid not null,
  evidence_ids uuid[] not null,
  recorded_at timestamp with time zone not null,
  constraint finding_pkey PRIMARY KEY (id)
);

create table investigation (
  id uuid not null,
  case_id uuid not null,
  cycle integer not null,
  started_at timestamp with time zone not null,
  concluded_at timestamp with time zone,
  constraint investigation_case_id_cycle_key UNIQUE (case_id, cycle),
  constraint investigation_pkey PRIMARY KEY (id)
);

create table investigation_step (
  id uuid not null,
  case_id uuid not null,
  investigation_id uuid not null,
  ordinal integer not null,
  kind text not null,
  status text not null,
  note_text_id uuid,
  result_text_id uuid,
  done_at timestamp with time zone,
  constraint investigation_step_pkey PRIMARY KEY (id)
);

create table measure (
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  reason_text_id uuid not null,
  taken_at timestamp with time zone not null,
  ends_on date not null,
  lifted_at timestamp with time zone,
  constraint measure_pkey PRIMARY KEY (id)
);

create table meeting (
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  round_id uuid,
  mode text not null,
  status text not null,
  scheduled_at timestamp with time zone not null,
  place_text_id uuid,
  held_at timestamp with time zone,
  minutes_text_id uuid,
  attendee_party_ids uuid[] not null,
  responses jsonb not null default '[]'::jsonb,
  constraint meeting_pkey PRIMARY KEY (id)
);

create table movement (
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  term_id uuid not null,
  amount_minor bigint not null,
  currency text not null,
  reference_text_id uuid,
  recorded_at timestamp with time zone not null,
  reverses_id uuid,
  reason_text_id uuid,
  constraint movement_amount_minor_check CHECK ((amount_minor > 0)),
  constraint movement_pkey PRIMARY KEY (id)
);

create table negotiation_round (
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  phase text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  result text,
  constraint negotiation_round_case_id_number_key UNIQUE (case_id, number),
  constraint negotiation_round_pkey PRIMARY KEY (id)
);

create table notice (
  id uuid not null default gen_random_uuid(),
  recipient_id uuid not null,
  kind text not null,
  case_id uuid not null,
  clock text,
  due_on date,
  is_gathered boolean not null,
  created_at timestamp with time zone not null,
  deliver_at timestamp with time zone not null,
  notification_id uuid,
  constraint notice_pkey PRIMARY KEY (id)
);

create table notification (
  id uuid not null,
  seq bigint not null generated always as identity,
  recipient_id uuid not null,
  kind text not null,
  gathered_on date,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notification_pkey PRIMARY KEY (id),
  constraint notification_seq_key UNIQUE (seq)
);

create table objection (
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  party_id uuid not null,
  against text not null,
  subject_id uuid,
  grounds_text_id uuid not null,
  raised_at timestamp with time zone not null,
  due_on date not null,
  status text not null,
  effect text,
  reason_text_id uuid,
  decided_at timestamp with time zone,
  constraint objection_pkey PRIMARY KEY (id)
);

create table party (
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  side text not null,
  kind text not null,
  name_text_id uuid,
  has_confirmed_result boolean not null,
  position_text_id uuid,
  is_unreachable boolean not null default false,
  silence_ends_on date,
  left_at timestamp with time zone,
  constraint party_pkey PRIMARY KEY (id)
);

create table party_member (
  party_id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  constraint party_member_pkey PRIMARY KEY (party_id, person_id)
);

create table payment_record (
  id uuid not null,
  reference text not null,
  kind text not null,
  amount_minor bigint,
  currency text,
  at timestamp with time zone not null,
  payer_id uuid,
  external_id text not null,
  reported_by uuid not null,
  recorded_at timestamp with time zone not null,
  key_digest text,
  input_digest text not null,
  constraint payment_record_amount_minor_check CHECK ((amount_minor > 0)),
  constraint payment_record_check CHECK (((currency IS NULL) = (amount_minor IS NULL))),
  constraint payment_record_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES person(id),
  constraint payment_record_pkey PRIMARY KEY (id),
  constraint payment_record_reported_by_external_id_key UNIQUE (reported_by, external_id),
  constraint payment_record_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES person(id)
);

create table payment_transaction (
  id uuid not null,
  reference text not null,
  paid_at timestamp with time zone,
  amount_minor bigint,
  currency text,
  constraint payment_transaction_amount CHECK (((amount_minor IS NULL) = (currency IS NULL))),
  constraint payment_transaction_amount_minor_check CHECK ((amount_minor > 0)),
  constraint payment_transaction_identity UNIQUE NULLS NOT DISTINCT (reference, paid_at, amount_minor, currency),
  constraint payment_transaction_pkey PRIMARY KEY (id)
);

create table person (
  id uuid not null,
  name text not null,
  subject text not null,
  roles text[] not null default '{USER}'::text[],
  party_kind text not null default 'PERSON'::text,
  locale text not null default 'zh-CN'::text,
  is_active boolean not null default true,
  employer text,
  away_through date,
  issuer text not null default 'accord-demo'::text,
  constraint person_issuer_subject_key UNIQUE (issuer, subject),
  constraint person_locale_check CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  constraint person_party_kind_check CHECK ((party_kind = ANY (ARRAY['PERSON'::text, 'MERCHANT'::text, 'SERVICE_PROVIDER'::text, 'PLATFORM'::text]))),
  constraint person_pkey PRIMARY KEY (id)
);

create table proposal (
  id uuid not null,
  case_id uuid not null,
  round_id uuid not null,
  parent_id uuid,
  author_party_id uuid,
  hash text not null,
  expires_on date not null,
  settles_part boolean not null,
  finding_ids uuid[] not null,
  status text not null,
  made_at timestamp with time zone not null,
  responses jsonb not null,
  constraint proposal_pkey PRIMARY KEY (id)
);

create table publication (
  kind text not null,
  version integer not null,
  published_by uuid,
  entered_at timestamp with time zone not null,
  key_digest text,
  input_digest text,
  constraint publication_kind_check CHECK ((kind = ANY (ARRAY['CALENDAR'::text, 'BENCHMARK'::text]))),
  constraint publication_pkey PRIMARY KEY (kind, version),
  constraint publication_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id)
);

create table rating (
  id uuid not null,
  case_id uuid not null,
  audience text not null,
  party_id uuid not null,
  score smallint not null,
  text_id uuid,
  rated_at timestamp with time zone not null,
  constraint rating_pkey PRIMARY KEY (id),
  constraint rating_score_check CHECK (((score >= 1) AND (score <= 5)))
);

create table referral (
  id uuid not null,
  case_id uuid not null,
  route_id uuid not null,
  referred_at timestamp with time zone not null,
  constraint referral_pkey PRIMARY KEY (id),
  constraint referral_route_id_fkey FOREIGN KEY (route_id) REFERENCES referral_route(id)
);

create table referral_route (
  id uuid not null,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  phone text,
  case_types text[] not null default '{}'::text[],
  rank integer not null,
  constraint referral_route_kind_check CHECK ((kind = ANY (ARRAY['HOTLINE'::text, 'CONSUMER_ASSOCIATION'::text, 'MEDIATION'::text, 'ARBITRATION'::text, 'COURT'::text]))),
  constraint referral_route_pkey PRIMARY KEY (id),
  constraint referral_route_rank_key UNIQUE (rank)
);

create table saved_view (
  id uuid not null,
  person_id uuid not null,
  name text not null,
  page text not null,
  query text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint saved_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint saved_view_person_id_name_page_key UNIQUE (person_id, name, page),
  constraint saved_view_pkey PRIMARY KEY (id)
);

create table second_negotiation (
  case_id uuid not null,
  party_id uuid not null,
  grounds_text_id uuid not null,
  status text not null,
  requested_at timestamp with time zone not null,
  due_on date not null,
  reason_text_id uuid,
  constraint second_negotiation_pkey PRIMARY KEY (case_id)
);

create table secret (
  name text not null,
  value bytea not null,
  constraint secret_pkey PRIMARY KEY (name),
  constraint secret_value_check CHECK ((length(value) = 32))
);

create table team (
  id uuid not null,
  name text not null,
  case_types text[] not null default '{}'::text[],
  assignment text not null default 'QUEUE'::text,
  constraint team_assignment_check CHECK ((assignment = ANY (ARRAY['QUEUE'::text, 'RULE'::text]))),
  constraint team_pkey PRIMARY KEY (id)
);

create table team_member (
  team_id uuid not null,
  person_id uuid not null,
  constraint team_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint team_member_pkey PRIMARY KEY (person_id, team_id),
  constraint team_member_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);

create table term (
  id uuid not null,
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
  instalments jsonb not null,
  status text,
  reported_at timestamp with time zone,
  fulfilled_at timestamp with time zone,
  contested_at timestamp with time zone,
  constraint term_pkey PRIMARY KEY (id)
);

-- Indexes

CREATE UNIQUE INDEX calendar_day_by_number ON public.calendar_day USING btree (version, number) INCLUDE (date) WHERE is_working_day;

CREATE INDEX case_event_of_case ON public.case_event USING btree (case_id, seq);

CREATE UNIQUE INDEX case_event_position ON public.case_event USING btree (epoch, xid, seq);

CREATE INDEX case_number_search ON public.case_number USING gin (search_grams(number));

CREATE INDEX case_review_of_case ON public.case_review USING btree (case_id, ordinal);

CREATE INDEX case_snapshot_by_calendar ON public.case_snapshot USING btree (calendar_version, case_id);

CREATE INDEX case_snapshot_by_fold ON public.case_snapshot USING btree (fold_version, case_id);

CREATE INDEX case_text_of_case ON public.case_text USING btree (case_id);

CREATE INDEX case_text_search ON public.case_text USING gin (search_grams(words)) WHERE (search_audience IS NOT NULL);

CREATE INDEX clarification_of_case ON public.clarification USING btree (case_id, ordinal);

CREATE UNIQUE INDEX clock_fact_position ON public.clock_fact USING btree (epoch, xid, seq);

CREATE INDEX clock_running ON public.clock USING btree (due_on) WHERE (state = 'RUNNING'::text);

CREATE INDEX clock_started ON public.clock USING btree (kind, started_on);

CREATE INDEX clock_stopped ON public.clock USING btree (kind, stopped_on);

CREATE INDEX command_effect_age ON public.command_effect USING btree (at);

CREATE INDEX deadline_pending ON public.deadline USING btree (due_on, case_id) WHERE (acted_at IS NULL);

CREATE INDEX dispute_case_checkable ON public.dispute_case USING btree (filed_at, id) WHERE ((stage = ANY (ARRAY['ACCEPTED'::text, 'EXECUTING'::text])) AND (track = 'SIMPLE'::text) AND (transaction_id IS NOT NULL));

CREATE INDEX dispute_case_due ON public.dispute_case USING btree (next_due_on, id) WHERE (next_due_on IS NOT NULL);

CREATE INDEX dispute_case_filed ON public.dispute_case USING btree (filed_at, id);

CREATE INDEX dispute_case_handler ON public.dispute_case USING btree (handler_id, filed_at, id);

CREATE INDEX dispute_case_integration ON public.dispute_case USING btree (integration_id) WHERE (integration_id IS NOT NULL);

CREATE INDEX dispute_case_queue ON public.dispute_case USING btree (team_id, queue_rank, filed_at, id) WHERE (handler_id IS NULL);

CREATE INDEX dispute_case_source ON public.dispute_case USING btree (source, filed_at, id) WHERE (source IS NOT NULL);

CREATE INDEX dispute_case_stage ON public.dispute_case USING btree (stage, filed_at, id);

CREATE INDEX dispute_case_team ON public.dispute_case USING btree (team_id, filed_at, id);

CREATE INDEX dispute_case_transaction ON public.dispute_case USING btree (transaction_id) WHERE (transaction_id IS NOT NULL);

CREATE INDEX dispute_case_updated ON public.dispute_case USING btree (updated_at, id);

CREATE UNIQUE INDEX evidence_file ON public.evidence USING btree (file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX evidence_of_case ON public.evidence USING btree (case_id, submitted_at, id);

CREATE INDEX evidence_request_of_case ON public.evidence_request USING btree (case_id, ordinal);

CREATE INDEX evidence_superseding ON public.evidence USING btree (supersedes_id) WHERE (supersedes_id IS NOT NULL);

CREATE INDEX evidence_upload_of_person ON public.evidence_upload USING btree (person_id) WHERE (evidence_id IS NULL);

CREATE INDEX evidence_upload_unclaimed ON public.evidence_upload USING btree (created_at) WHERE (evidence_id IS NULL);

CREATE INDEX expert_seat_of_case ON public.expert_seat USING btree (case_id, number);

CREATE INDEX expert_seat_of_expert ON public.expert_seat USING btree (expert_id, case_id);

CREATE INDEX finding_of ON public.finding USING btree (investigation_id, ordinal);

CREATE INDEX investigation_step_of ON public.investigation_step USING btree (investigation_id, ordinal);

CREATE INDEX measure_of_case ON public.measure USING btree (case_id, taken_at, id);

CREATE INDEX meeting_of_case ON public.meeting USING btree (case_id, ordinal);

CREATE INDEX movement_of_case ON public.movement USING btree (case_id, ordinal);

CREATE UNIQUE INDEX movement_reversal ON public.movement USING btree (reverses_id) WHERE (reverses_id IS NOT NULL);

CREATE INDEX notice_of_notification ON public.notice USING btree (notification_id, case_id) WHERE (notification_id IS NOT NULL);

CREATE INDEX notice_waiting ON public.notice USING btree (deliver_at) WHERE (notification_id IS NULL);

CREATE INDEX notification_added ON public.notification USING btree (recipient_id, seq);

CREATE UNIQUE INDEX notification_gathering ON public.notification USING btree (recipient_id, kind, gathered_on) WHERE ((gathered_on IS NOT NULL) AND (read_at IS NULL));

CREATE INDEX notification_of_recipient ON public.notification USING btree (recipient_id, created_at, id);

CREATE INDEX notification_read ON public.notification USING btree (read_at) WHERE (read_at IS NOT NULL);

CREATE INDEX notification_unread ON public.notification USING btree (recipient_id) WHERE (read_at IS NULL);

CREATE INDEX objection_of_case ON public.objection USING btree (case_id, ordinal);

CREATE INDEX party_member_of_case ON public.party_member USING btree (case_id);

CREATE INDEX party_member_of_person ON public.party_member USING btree (person_id, case_id);

CREATE INDEX party_of_case ON public.party USING btree (case_id, ordinal);

CREATE UNIQUE INDEX payment_record_of_key ON public.payment_record USING btree (reported_by, key_digest) WHERE (key_digest IS NOT NULL);

CREATE INDEX payment_record_of_reference ON public.payment_record USING btree (reference, at, id);

CREATE INDEX person_employer ON public.person USING btree (lower(employer)) WHERE (employer IS NOT NULL);

CREATE INDEX person_search ON public.person USING gin (search_grams(name));

CREATE INDEX proposal_of_case ON public.proposal USING btree (case_id, made_at, id);

CREATE INDEX proposal_of_round ON public.proposal USING btree (round_id);

CREATE INDEX publication_of_key ON public.publication USING btree (published_by, kind, key_digest) WHERE (key_digest IS NOT NULL);

CREATE INDEX rating_of_case ON public.rating USING btree (case_id, rated_at, id);

CREATE INDEX referral_of_case ON public.referral USING btree (case_id, referred_at, id);

CREATE INDEX team_member_team ON public.team_member USING btree (team_id, person_id);

CREATE INDEX term_of_case ON public.term USING btree (case_id, ordinal);

CREATE INDEX term_of_proposal ON public.term USING btree (proposal_id, ordinal);

-- Functions

CREATE OR REPLACE FUNCTION public.current_feed_epoch()
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ select max(epoch) from feed_epoch $function$;

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

CREATE OR REPLACE FUNCTION public.is_tied(tied_person uuid, of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from party_member m where m.person_id = tied_person and m.case_id <> of_case
      and exists (select from party_member ours join party_member theirs on theirs.person_id = ours.person_id
        where ours.case_id = of_case and theirs.case_id = m.case_id))
    or exists (select from person p join person q on lower(q.employer) = lower(p.employer) where p.id = tied_person
      and (exists (select from party_member ours join party on party.id = ours.party_id
          where ours.case_id = of_case and ours.person_id = q.id and party.kind <> 'PLATFORM')
        or 'EXPERT' = any(p.roles) and (q.party_kind = 'PLATFORM' or q.roles && '{HANDLER,SUPERVISOR}')))
$function$;

CREATE OR REPLACE FUNCTION public.masked_email(email text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select case when position('@' in email) > 2 then left(email, 1) else '' end || '***' || substr(email, position('@' in email))
$function$;

CREATE OR REPLACE FUNCTION public.masked_id_number(id_number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select left(id_number, 1) || '****************' || right(id_number, 1)
$function$;

CREATE OR REPLACE FUNCTION public.masked_phone(phone text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select case when length(bare) >= 11 then left(bare, 3) || '****' || right(bare, 4) else '****' || right(bare, 2) end
  from regexp_replace(phone, '[ -]', '', 'g') as bare
$function$;

CREATE OR REPLACE FUNCTION public.may_be_same_payment(one payment_transaction, other payment_transaction)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select one.reference = other.reference
    and (one.paid_at = other.paid_at) is not false
    and (one.amount_minor = other.amount_minor and one.currency = other.currency) is not false
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

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.routes_for(of_type text, is_competent boolean)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  select array(select id from referral_route where (case_types = '{}' or of_type = any(case_types)) = is_competent order by rank)
$function$;

CREATE OR REPLACE FUNCTION public.search_form(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lower(NORMALIZE(words, NFKC));

CREATE OR REPLACE FUNCTION public.search_grams(words text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE COST 1000
AS $function$
declare
  wide constant int := 11904;
  blank constant int := 32;
  -- As search_form has it, but built in: whoever builds or analyses an index knows no schema.
  chars constant text[] := string_to_array(lower(normalize(words, NFKC)), null);
  grams text[] := '{}';
  first int;
  second int := ascii(chars[1]);
  third int := ascii(chars[2]);
begin
  for n in 1 .. coalesce(array_length(chars, 1), 0) - 1 loop
    first := second;
    second := third;
    third := ascii(chars[n + 2]);
    if first > blank and second > blank then
      if first >= wide or second >= wide then
        grams := grams || (chars[n] || chars[n + 1]);
      elsif third > blank and third < wide then
        grams := grams || (chars[n] || chars[n + 1] || chars[n + 2]);
      end if;
    end if;
  end loop;
  return grams;
end;
$function$;

CREATE OR REPLACE FUNCTION public.take_locks(locks bigint[])
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  lock bigint;
begin
  foreach lock in array locks loop
    perform pg_advisory_xact_lock(lock);
  end loop;
  return floor(extract(epoch from clock_timestamp()) * 1000)::text;
end
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

-- Triggers

CREATE TRIGGER case_event_append_only BEFORE DELETE OR UPDATE ON case_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER case_event_never_truncated BEFORE TRUNCATE ON case_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER clock_fact_append_only BEFORE DELETE OR UPDATE ON clock_fact FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER clock_fact_never_truncated BEFORE TRUNCATE ON clock_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER publication_append_only BEFORE DELETE OR UPDATE ON publication FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER publication_never_truncated BEFORE TRUNCATE ON publication FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Rights that differ from the default

insert, maintain, references, select, trigger on case_event to accord;

insert, maintain, references, select, trigger on clock_fact to accord;

insert, maintain, references, select, trigger on publication to accord;

-- Comments

comment on column calendar_day.number is 'How many working days lie in [from_on, date]: the working days in (a, b] are number(b) - number(a).';

comment on column calendar_version.announced_through is 'The last date the State has announced; from the next day Monday to Friday count and a due date is provisional.';

comment on column calendar_version.published_at is 'When the notice this version follows was published.';
