-- What a case was when a cycle stopped: root cause and respondent too, and of OVERALL the outcome.
create function pg_temp.dimensions_when_stopped(of_case uuid, clock jsonb) returns jsonb language sql as $$
  with version as (
    select f.seq, f.root_cause, f.respondent_id, f.outcome,
      f.state in ('STOPPED', 'CANCELLED') and jsonb_array_length(f.spans) = jsonb_array_length(clock->'spans') as is_stopped
    from clock_fact f where f.case_id = of_case and f.kind = clock->>'kind' and f.cycle = (clock->>'cycle')::int
  ),
  stopped as (select * from version where is_stopped order by seq limit 1),
  -- a command may have changed the parties after the event that stopped the cycle
  before as (select v.* from version v, stopped s where v.seq < s.seq order by v.seq desc limit 1)
  select jsonb_build_object(
    'rootCause', coalesce(to_jsonb(before), to_jsonb(stopped))->'root_cause',
    'respondentId', coalesce(to_jsonb(before), to_jsonb(stopped))->'respondent_id',
    'outcome', case when clock->>'kind' = 'OVERALL' then stopped.outcome end)
  from stopped left join before on true
$$;

update case_snapshot s set state = (s.state::jsonb || jsonb_build_object('clocks', (
  select coalesce(jsonb_agg(case when clock->'dimensions' = 'null' then clock else
    jsonb_set(clock, '{dimensions}', clock->'dimensions' || pg_temp.dimensions_when_stopped(s.case_id, clock)) end order by place), '[]')
  from jsonb_array_elements(s.state::jsonb->'clocks') with ordinality as c(clock, place)
)))::json;

-- Where a later finding, respondent or outcome had been written over that, the row is written anew, and so is its history.
with ended as (
  select s.case_id, clock->>'kind' as kind, (clock->>'cycle')::int as cycle, clock->'dimensions' as d, s.state->>'outcome' as outcome
  from case_snapshot s, jsonb_array_elements(s.state::jsonb->'clocks') as clock where clock->'dimensions' <> 'null'
),
corrected as (
  update clock c set root_cause = d->>'rootCause', respondent_id = (d->>'respondentId')::uuid,
    outcome = coalesce(d->>'outcome', ended.outcome)
  from ended where c.case_id = ended.case_id and c.kind = ended.kind and c.cycle = ended.cycle
    and (c.root_cause, c.respondent_id, c.outcome)
      is distinct from (d->>'rootCause', (d->>'respondentId')::uuid, coalesce(d->>'outcome', ended.outcome))
  returning c.*
)
insert into clock_fact (case_id, kind, cycle, state, started_at, stopped_at, stop_reason, started_on, stopped_on, band_min, band_max,
  calendar_version, original_due_on, due_on, is_provisional, pause_cap, spans, pauses, elapsed_before, running_since, paused_before,
  paused_since, elapsed, paused, counted, verdict, type, reason, track, urgency, complexity, handler_id, team_id, channel, product,
  outcome, root_cause, respondent_id, source, computed_due_on, grace_working_days)
select case_id, kind, cycle, state, started_at, stopped_at, stop_reason, started_on, stopped_on, band_min, band_max,
  calendar_version, original_due_on, due_on, is_provisional, pause_cap, spans, pauses, elapsed_before, running_since, paused_before,
  paused_since, elapsed, paused, counted, verdict, type, reason, track, urgency, complexity, handler_id, team_id, channel, product,
  outcome, root_cause, respondent_id, source, computed_due_on, grace_working_days
from corrected;

-- what ran on after it had stopped, which is little
create index clock_ran_on on clock (kind) where jsonb_array_length(spans) > 1;
