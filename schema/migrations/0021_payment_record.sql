-- What payment channels know of payments, by the reference of the payment, whether or not a case is about it.
create table payment_record (
  id uuid primary key,
  reference text not null,
  kind text not null,
  -- null of a fulfilment, which moves no money
  amount_minor bigint check (amount_minor > 0),
  currency text check ((currency is null) = (amount_minor is null)),
  at timestamptz not null,
  -- whose account was charged; null of everything but a charge
  payer_id uuid references person,
  -- as the reporting system names it
  external_id text not null,
  reported_by uuid not null references person,
  recorded_at timestamptz not null,
  key_digest text,
  input_digest text not null,
  unique (reported_by, external_id)
);
create index payment_record_of_reference on payment_record (reference, at, id);
create unique index payment_record_of_key on payment_record (reported_by, key_digest) where key_digest is not null;

-- Simple cases that were accepted: a handful at any time, looked at every minute.
create index dispute_case_checkable on dispute_case (filed_at, id) where stage = 'ACCEPTED' and track = 'SIMPLE' and transaction_id is not null;

-- Cases folded before were never checked.
update case_snapshot set state = (state::jsonb || '{"paymentFinding": null}')::json;
