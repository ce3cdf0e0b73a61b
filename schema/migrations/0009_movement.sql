-- Money booked for terms, and terms that are contested. A paid instalment has "paidAt".
alter table term add column contested_at timestamptz;

create table movement (
  id uuid primary key,
  case_id uuid not null,
  ordinal integer not null,
  term_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  reference_text_id uuid,
  recorded_at timestamptz not null
);
create index movement_of_case on movement (case_id, ordinal);

-- Cases folded before know of none.
update case_snapshot set state = (state::jsonb || jsonb_build_object(
  'movements', '[]'::jsonb,
  'clocks', (
    select coalesce(jsonb_agg(clock || '{"capOn": null}' order by place), '[]')
    from jsonb_array_elements(state::jsonb->'clocks') with ordinality as c(clock, place)
  ),
  'terms', (
    select coalesce(jsonb_agg(term || '{"contestedAt": null}' || jsonb_build_object('instalments', (
      select coalesce(jsonb_agg(instalment || '{"paidAt": null}' order by number), '[]')
      from jsonb_array_elements(term->'instalments') with ordinality as i(instalment, number)
    )) order by place), '[]')
    from jsonb_array_elements(state::jsonb->'terms') with ordinality as t(term, place)
  )
))::json;
