-- How a person is reached and identified. In a row of its own, so that it is read where it is meant and goes as a whole.
create table contact_data (
  person_id uuid primary key references person (id),
  phone text check (phone <> ''),
  email text check (email <> ''),
  id_number text check (id_number <> '')
);

-- What is shown of it to who may know that it is there: as many stars whatever is hidden, so that its length is not told.
create function masked_phone(phone text) returns text language sql immutable strict parallel safe as $$
  select case when length(phone) >= 11 then left(phone, 3) || '****' || right(phone, 4) else '****' || right(phone, 2) end
$$;
create function masked_email(email text) returns text language sql immutable strict parallel safe as $$
  select case when position('@' in email) > 2 then left(email, 1) else '' end || '***' || substr(email, position('@' in email))
$$;
create function masked_id_number(id_number text) returns text language sql immutable strict parallel safe as $$
  select left(id_number, 1) || '****************' || right(id_number, 1)
$$;
