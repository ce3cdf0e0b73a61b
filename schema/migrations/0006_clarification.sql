-- Questions to the complainant before a case is taken on.
create table clarification (
  id uuid primary key,
  case_id uuid not null,
  ordinal integer not null,
  question_text_id uuid not null,
  answer_text_id uuid,
  due_on date not null,
  on_lapse text not null,
  status text not null,
  asked_at timestamptz not null,
  closed_at timestamptz
);
create index clarification_of_case on clarification (case_id, ordinal);

-- Cases folded before know of none.
update case_snapshot set state = (state::jsonb || '{"clarifications": []}')::json;
