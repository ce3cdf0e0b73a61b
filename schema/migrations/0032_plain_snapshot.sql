-- A folded case is written with every change of it: packing it anew each time was a fifth of what a command costs the database.
alter table case_snapshot alter column state set storage external;
