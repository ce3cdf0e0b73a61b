-- Which version of the rules folded the state: one of an earlier version is folded anew from the log before the case is used.
alter table case_snapshot add column fold_version integer not null default 0;
alter table case_snapshot alter column fold_version drop default;
create index case_snapshot_by_fold on case_snapshot (fold_version, case_id);
