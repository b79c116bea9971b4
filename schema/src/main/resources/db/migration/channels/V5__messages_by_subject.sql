-- A message is of whom its subject is now, so that a merge takes it along and an undo gives it back; the number says whom
-- it was queued for.
create index message_subject on channels.message (subject_number, queued_at desc);
drop index channels.message_customer;
