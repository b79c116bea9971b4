-- Limits for each operator of mailboxes by itself; null for none.
alter table channels.settings
    add column domain_per_minute  int check (domain_per_minute > 0),
    add column domain_connections int check (domain_connections between 1 and 100);
