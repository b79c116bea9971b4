-- Whose step it is, so that everybody finds what they are to do.
create index next_step_responsible on customers.next_step (responsible, due, id) where done_at is null;
create index next_step_due on customers.next_step (due, id) where done_at is null;
