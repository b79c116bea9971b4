create index audit_entry_actor on access.audit_entry (actor, id);
create index audit_entry_action on access.audit_entry (action, id);
create index audit_entry_subject on access.audit_entry (subject, id);
