-- Positions and silence of parties, lifted measures, reviewed and superseded evidence, ratings.
alter table party
  add column position_text_id uuid,
  add column is_unreachable boolean not null default false,
  -- last day for an unreachable complainant to be heard of
  add column silence_ends_on date;
alter table measure add column lifted_at timestamptz;
alter table evidence
  add column supersedes_id uuid,
  add column is_accepted boolean,
  add column review_reason_text_id uuid,
  add column reviewed_at timestamptz;
create index evidence_superseding on evidence (supersedes_id) where supersedes_id is not null;

create table rating (
  id uuid primary key,
  case_id uuid not null,
  audience text not null,
  party_id uuid not null,
  score smallint not null check (score between 1 and 5),
  text_id uuid,
  rated_at timestamptz not null
);
create index rating_of_case on rating (case_id, rated_at, id);

-- Cases folded before know of none.
create function pg_temp.each_with(list jsonb, added jsonb) returns jsonb language sql as
$$ select coalesce(jsonb_agg(entry || added order by place), '[]') from jsonb_array_elements(list) with ordinality as e(entry, place) $$;
update case_snapshot set state = (state::jsonb || jsonb_build_object(
  'contactAttempts', '[]'::jsonb,
  'ratings', '[]'::jsonb,
  'withdrawnFrom', null,
  'parties', pg_temp.each_with(state::jsonb->'parties', '{"position": null, "isUnreachable": false, "silenceEndsOn": null}'),
  'measures', pg_temp.each_with(state::jsonb->'measures', '{"liftedAt": null}'),
  'evidence', pg_temp.each_with(state::jsonb->'evidence', '{"supersedesId": null, "review": null}')
))::json;
