-- Objections, reopenings, the second negotiation. What rules remember beyond that lies in the snapshot.
create table objection (
  id uuid primary key,
  case_id uuid not null,
  ordinal integer not null,
  party_id uuid not null,
  against text not null,
  -- the finding or the expert's seat
  subject_id uuid,
  grounds_text_id uuid not null,
  raised_at timestamptz not null,
  due_on date not null,
  status text not null,
  effect text,
  reason_text_id uuid,
  decided_at timestamptz
);
create index objection_of_case on objection (case_id, ordinal);

-- Snapshots taken before hold nothing of this; the log tells who handled each case: who was assigned, and who gave a reason
-- for acting in the handler's place.
update case_snapshot s set state = (s.state::jsonb || jsonb_build_object(
  'handledBy', (
    select coalesce(jsonb_agg(h.person_id order by h.seq), '[]') from (
      select person_id, min(seq) as seq from (
        select e.seq, case when e.type = 'CaseAssigned' then e.payload->>'handlerId' else e.actor->>'personId' end as person_id
        from case_event e
        where e.case_id = s.case_id and (e.type = 'CaseAssigned' or e.actor->'reason' <> 'null')
      ) as handling where person_id is not null group by person_id
    ) as h),
  'barredHandlerIds', '[]'::jsonb,
  'objections', '[]'::jsonb,
  'windowExtension', null,
  'reopenings', '[]'::jsonb
))::json;
