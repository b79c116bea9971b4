alter table customers.source_record add column actor text;
comment on column customers.source_record.actor is 'Who of ours, or which program, said it by hand; null of files, and of what was said before this was kept.';
