-- Beside the simple cases that were accepted, those in which the platform owes a refund that may have arrived.
drop index dispute_case_checkable;
create index dispute_case_checkable on dispute_case (filed_at, id)
  where stage in ('ACCEPTED', 'EXECUTING') and track = 'SIMPLE' and transaction_id is not null;
