-- Lists of cases by what is due.
create index dispute_case_due on dispute_case (next_due_on, id) where next_due_on is not null;
