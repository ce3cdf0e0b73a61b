-- A wrong booking is taken back by a movement that names it, never deleted.
alter table movement add column reverses_id uuid;
alter table movement add column reason_text_id uuid;
create unique index movement_reversal on movement (reverses_id) where reverses_id is not null;

-- States folded before are read as they are until they are folded anew.
create function pg_temp.each_having(list jsonb, added jsonb) returns jsonb language sql as
$$ select coalesce(jsonb_agg(added || entry order by place), '[]') from jsonb_array_elements(list) with ordinality as e(entry, place) $$;
update case_snapshot set state = (state::jsonb || jsonb_build_object(
  'objections', pg_temp.each_having(state::jsonb->'objections', '{"isRepeated": false}'),
  'movements', pg_temp.each_having(state::jsonb->'movements', '{"reversesId": null, "reason": null}'),
  'terms', (
    select coalesce(jsonb_agg('{"fulfilledBy": null}' || term || jsonb_build_object('instalments',
      pg_temp.each_having(term->'instalments', '{"reportedAt": null, "contestedAt": null, "uncontestedOn": null}')) order by place), '[]')
    from jsonb_array_elements(state::jsonb->'terms') with ordinality as t(term, place))
))::json;
