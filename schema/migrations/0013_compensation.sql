-- What a supervisor lets a case compensate. In cases folded before nobody was asked.
update case_snapshot set state = (state::jsonb || '{"compensationAllowed": null}')::json;
