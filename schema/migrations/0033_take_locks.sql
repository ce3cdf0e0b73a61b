-- Takes the locks of a command one after the other, as they are given, and tells the time once they are held: milliseconds since 1970, as text.
create function take_locks(locks bigint[]) returns text language plpgsql as $$
declare
  lock bigint;
begin
  foreach lock in array locks loop
    perform pg_advisory_xact_lock(lock);
  end loop;
  return floor(extract(epoch from clock_timestamp()) * 1000)::text;
end
$$;
