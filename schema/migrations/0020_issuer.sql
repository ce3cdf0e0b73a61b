-- A subject is somebody only together with the issuer that calls them so: two issuers may use the same.
alter table person add column issuer text not null default 'accord-demo';
alter table person drop constraint person_subject_key;
alter table person add constraint person_issuer_subject_key unique (issuer, subject);
