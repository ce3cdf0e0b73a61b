-- Assignment by rule, handlers who leave, employers.
alter table team
  -- QUEUE: handlers take cases from the queue; RULE: the platform gives them out
  add column assignment text not null default 'QUEUE' check (assignment in ('QUEUE', 'RULE'));
alter table person
  -- whom this person works for: who works for a party is not independent of it
  add column employer text,
  -- last day of an absence: until then nobody is given a case
  add column away_through date;
create index person_employer on person (lower(employer)) where employer is not null;

alter table dispute_case
  -- place in the queue of the team: 0 left by its handler, 1 urgent, 2 any other, 3 has a handler
  add column queue_rank smallint not null default 3;
update dispute_case set queue_rank = case urgency when 'URGENT' then 1 else 2 end where handler_id is null;
create index dispute_case_queue on dispute_case (team_id, queue_rank, filed_at, id) where handler_id is null;

-- Cases folded before: nobody had left.
update case_snapshot set state = (state::jsonb || '{"handlerLeftAt": null}')::json;

-- Whether somebody is tied to a party of a case: they were part of another case together, or have the same employer.
-- The platform employs its handlers, so it ties nobody but experts.
create function is_tied(tied_person uuid, of_case uuid) returns boolean stable language sql as $$
  select exists (select from party_member m where m.person_id = tied_person and m.case_id <> of_case
      and exists (select from party_member ours join party_member theirs on theirs.person_id = ours.person_id
        where ours.case_id = of_case and theirs.case_id = m.case_id))
    or exists (select from person p join person q on lower(q.employer) = lower(p.employer) where p.id = tied_person
      and (exists (select from party_member ours join party on party.id = ours.party_id
          where ours.case_id = of_case and ours.person_id = q.id and party.kind <> 'PLATFORM')
        or 'EXPERT' = any(p.roles) and (q.party_kind = 'PLATFORM' or q.roles && '{HANDLER,SUPERVISOR}')))
$$;
