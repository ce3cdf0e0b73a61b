-- Parties that leave a case, and the system that filed one.
alter table party add column left_at timestamptz;
alter table dispute_case add column integration_id uuid;
create index dispute_case_integration on dispute_case (integration_id) where integration_id is not null;

update case_snapshot set state = (state::jsonb || jsonb_build_object(
  'integrationId', null,
  'parties', (
    select coalesce(jsonb_agg(party || '{"leftAt": null}' order by place), '[]')
    from jsonb_array_elements(state::jsonb->'parties') with ordinality as p(party, place)
  )
))::json;
