-- Keys that this database's servers share and no backup of another one opens: what they seal or sign stays good over
-- restarts and is worth nothing elsewhere.
create table secret (
  name text primary key,
  value bytea not null check (length(value) = 32)
);
