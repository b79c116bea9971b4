alter table consent.suppression add column confirmed boolean not null default false;
comment on column consent.suppression.confirmed is 'Somebody else has asked for the same since: undoing the import that brought it leaves it.';
create index suppression_import on consent.suppression ((details ->> 'import')) where reason = 'imported';
