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

-- One a case, from the moment somebody asks for it.
create table second_negotiation (
  case_id uuid primary key,
  party_id uuid not null,
  grounds_text_id uuid not null,
  status text not null,
  requested_at timestamptz not null,
  due_on date not null,
  reason_text_id uuid
);

-- A place on the panel as one expert holds it; who takes it over has a row of the same number.
create table expert_seat (
  id uuid primary key,
  case_id uuid not null,
  number integer not null,
  expert_id uuid not null,
  status text not null,
  opinion_due_on date,
  -- the words are for the expert alone until they are revealed; the seal is their salted digest
  opinion_text_id uuid,
  seal text,
  sealed_at timestamptz,
  revealed_at timestamptz
);
create index expert_seat_of_case on expert_seat (case_id, number);
create index expert_seat_of_expert on expert_seat (expert_id, case_id);

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
  'reopenings', '[]'::jsonb,
  'secondNegotiation', null,
  'seats', '[]'::jsonb
))::json;
