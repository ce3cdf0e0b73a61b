-- Reviews of closed cases, routes by competence, seats that ended with their second negotiation.
create table case_review (
  id uuid primary key,
  case_id uuid not null,
  ordinal integer not null,
  sample_id uuid not null,
  sampled_at timestamptz not null,
  -- null until the review is done, with all that follows
  verdict text check (verdict in ('GOOD', 'IMPROVABLE', 'POOR')),
  scores jsonb not null,
  text_id uuid,
  reviewed_at timestamptz
);
create index case_review_of_case on case_review (case_id, ordinal);

-- One draw, kept before its cases are told, so that a repeat of its key finishes it.
create table case_sample (
  id uuid primary key,
  supervisor_id uuid not null references person,
  key_digest text not null,
  input_digest text not null,
  seed text not null,
  drawn_at timestamptz not null,
  case_ids uuid[] not null,
  unique (supervisor_id, key_digest)
);

-- The consumer association takes no disputes about credit.
update referral_route set case_types = '{TRADE_DISPUTE,PAYMENT_ANOMALY,SERVICE_COMPLAINT,RIGHTS_PROTECTION}'
where id = '01900000-0000-7000-8000-000000012315';

-- The routes that are competent for a type of dispute, or those that are not, in their order.
create function routes_for(of_type text, is_competent boolean) returns uuid[] stable language sql as $$
  select array(select id from referral_route where (case_types = '{}' or of_type = any(case_types)) = is_competent order by rank)
$$;

-- Cases folded before: none was drawn; seats ended with a second negotiation that was refused or given up.
update expert_seat s set status = 'RELEASED' from second_negotiation n
where n.case_id = s.case_id and n.status in ('REFUSED', 'WITHDRAWN') and s.status in ('APPOINTED', 'CLEAR');
update case_snapshot s set state = (s.state::jsonb || jsonb_build_object('reviews', '[]'::jsonb, 'seats', (
  select coalesce(jsonb_agg(case when s.state->'secondNegotiation'->>'status' in ('REFUSED', 'WITHDRAWN')
      and seat->>'status' in ('APPOINTED', 'CLEAR') then seat || '{"status": "RELEASED"}' else seat end order by place), '[]')
  from jsonb_array_elements(s.state::jsonb->'seats') with ordinality as e(seat, place))))::json;
