-- Who will come to a meeting: [{"partyId", "answer", "at"}]
alter table meeting add column responses jsonb not null default '[]';

-- Cases folded before know of none.
update case_snapshot set state = (state::jsonb || jsonb_build_object('meetings', (
  select coalesce(jsonb_agg(meeting || '{"responses": []}' order by place), '[]')
  from jsonb_array_elements(state::jsonb->'meetings') with ordinality as m(meeting, place)
)))::json;
