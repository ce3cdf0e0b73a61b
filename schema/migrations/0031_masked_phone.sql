-- Of a phone number written with spaces the number is masked, not the spaces.
create or replace function masked_phone(phone text) returns text language sql immutable strict parallel safe as $$
  select case when length(bare) >= 11 then left(bare, 3) || '****' || right(bare, 4) else '****' || right(bare, 2) end
  from regexp_replace(phone, '[ -]', '', 'g') as bare
$$;
