-- The filters that somebody keeps under a name: the query of a page's address, as the frontend wrote it.
create table saved_view (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null,
  page text not null,
  query text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (person_id, name, page)
);
