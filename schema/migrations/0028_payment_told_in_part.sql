-- Who files may know the reference of a payment and nothing else. What is not told is null, and tells no payment from another.
alter table payment_transaction alter column paid_at drop not null;
alter table payment_transaction alter column amount_minor drop not null;
alter table payment_transaction alter column currency drop not null;
alter table payment_transaction add constraint payment_transaction_amount check ((amount_minor is null) = (currency is null));

alter table payment_transaction drop constraint payment_transaction_reference_paid_at_amount_minor_currency_key;
alter table payment_transaction add constraint payment_transaction_identity
  unique nulls not distinct (reference, paid_at, amount_minor, currency);

-- Whether two that bear one reference do not contradict each other: then money given back of the one counts for the other.
create function may_be_same_payment(one payment_transaction, other payment_transaction) returns boolean
language sql immutable parallel safe as $$
  select one.reference = other.reference
    and (one.paid_at = other.paid_at) is not false
    and (one.amount_minor = other.amount_minor and one.currency = other.currency) is not false
$$;
