-- What servers told of who a visitor is: by which other id the same person was known before.
alter table sources.told_trait add column formerly text[] not null default '{}';
comment on column sources.told_trait.formerly is 'Ids of visitors, or other ids of the sender, of the same person.';
