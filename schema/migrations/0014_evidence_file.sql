-- Files of evidence. The bytes lie in the store under an id of their own; the log holds their digest.
create table evidence_upload (
  id uuid primary key,
  person_id uuid not null,
  -- null: for a case yet to be filed
  case_id uuid,
  -- what it becomes when a case is filed with it
  type text,
  -- null once claimed: the name then lies where all words lie
  file_name text,
  content_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  -- until when bytes may begin to arrive
  expires_at timestamptz not null,
  -- until when nobody else may bring them
  attempt_ends_at timestamptz,
  -- where they lie, once all of them have come
  file_id uuid unique,
  evidence_id uuid
);
create index evidence_upload_unclaimed on evidence_upload (created_at) where evidence_id is null;
create index evidence_upload_of_person on evidence_upload (person_id) where evidence_id is null;

-- Bytes on their way, under the id at which they may lie by halves: written down before the first of them is.
create table evidence_attempt (
  id uuid primary key,
  upload_id uuid not null,
  ends_at timestamptz not null
);

alter table evidence
  add column file_id uuid,
  add column file_name_text_id uuid,
  add column content_type text,
  add column size_bytes bigint,
  add column sha256 text;
-- no two pieces of evidence share one file
create unique index evidence_file on evidence (file_id) where file_id is not null;

-- An upload for a case yet to be filed is of no case.
alter table command_effect alter column case_id drop not null;

-- Evidence folded before has no file.
update case_snapshot set state = (state::jsonb || jsonb_build_object('evidence', (
  select coalesce(jsonb_agg(evidence || '{"file": null}' order by place), '[]')
  from jsonb_array_elements(state::jsonb->'evidence') with ordinality as e(evidence, place)
)))::json;
