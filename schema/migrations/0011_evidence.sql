-- How much of the needed evidence was there when a case was accepted; null for cases accepted before this was assessed.
alter table dispute_case add column completeness_when_accepted double precision;

-- Evidence that came after the investigation it concerns was concluded, and by when the platform answers it.
alter table evidence add column is_late boolean not null default false;
alter table evidence add column answer_due_on date;

-- Events written before say nothing of either.
update case_snapshot set state = (state::jsonb || jsonb_build_object(
  'completenessWhenAccepted', null,
  'evidence', (
    select coalesce(jsonb_agg(piece || '{"isLate": false, "answerDueOn": null}' order by place), '[]')
    from jsonb_array_elements(state::jsonb->'evidence') with ordinality as e(piece, place)
  )
))::json;
