-- Domains whose mailboxes live for an hour, as the owner keeps them.
create table duplicates.disposable_domain (
    domain   text        primary key check (domain ~ '^[a-z0-9.-]+\.[a-z0-9-]+$'),
    added_by text        not null,
    added_at timestamptz not null
);
