-- Who held a case from which date on, until the next one did.
create table case_holding (
  case_id uuid not null,
  ordinal integer not null,
  holder text not null,
  from_on date not null,
  primary key (case_id, ordinal)
);

-- What cases folded before held is filled in when they are folded anew.
update case_snapshot set state = (state::jsonb || '{"holdings": []}')::json;
