-- Search in numbers, descriptions, remedies and names, Chinese words of two characters too.

-- Words as they are compared: width and case of letters do not matter.
create function search_form(words text) returns text
language sql immutable parallel safe
return lower(normalize(words, NFKC));

-- The overlapping pairs of characters where one is wider than Latin, Greek, Cyrillic and their like, triples elsewhere; none over white space.
-- Whatever is part of a text has no gram that the text has not. A loop: 0.1 ms for 60 characters, a fifth of the same in one query.
create function search_grams(words text) returns text[]
language plpgsql immutable parallel safe cost 1000
as $$
declare
  wide constant int := 11904;
  blank constant int := 32;
  -- As search_form has it, but built in: whoever builds or analyses an index knows no schema.
  chars constant text[] := string_to_array(lower(normalize(words, NFKC)), null);
  grams text[] := '{}';
  first int;
  second int := ascii(chars[1]);
  third int := ascii(chars[2]);
begin
  for n in 1 .. coalesce(array_length(chars, 1), 0) - 1 loop
    first := second;
    second := third;
    third := ascii(chars[n + 2]);
    if first > blank and second > blank then
      if first >= wide or second >= wide then
        grams := grams || (chars[n] || chars[n + 1]);
      elsif third > blank and third < wide then
        grams := grams || (chars[n] || chars[n + 1] || chars[n + 2]);
      end if;
    end if;
  end loop;
  return grams;
end;
$$;

-- Who may search a text: its parties, staff and experts (REVIEWED), or its parties and staff (INSIDE); null is found by nobody.
alter table case_text add column search_audience text check (search_audience in ('REVIEWED', 'INSIDE'));
update case_text t set search_audience = 'REVIEWED' from dispute_case c where t.id in (c.description_text_id, c.requested_remedy_text_id);
update case_text t set search_audience = 'INSIDE' from party p where t.id = p.name_text_id;
create index case_text_search on case_text using gin (search_grams(words)) where search_audience is not null;

create index person_search on person using gin (search_grams(name));

-- Apart from the case, whose row changes with every command.
create table case_number (case_id uuid not null primary key, number text not null);
insert into case_number (case_id, number) select id, number from dispute_case;
create index case_number_search on case_number using gin (search_grams(number));
