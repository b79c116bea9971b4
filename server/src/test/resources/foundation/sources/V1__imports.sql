-- A file somebody uploaded; its bytes lie in the data folder under its id.
create table sources.file (
    id         uuid primary key,
    name       text        not null,
    sha256     text        not null,
    bytes      bigint      not null,
    line_count bigint      not null,
    delimiter  text        not null,
    header     jsonb       not null,
    actor      text        not null,
    created_at timestamptz not null
);
create index file_created on sources.file (created_at);

-- One run of a file through the gate. The tallies are written with the rows that they count.
create table sources.import (
    id             uuid primary key,
    file_id        uuid        not null references sources.file,
    job_id         uuid,
    kind           text        not null check (kind in ('customers', 'orders')),
    source_name    text        not null,
    dry_run        boolean     not null,
    request        jsonb       not null,
    actor          text        not null,
    created_at     timestamptz not null,
    finished_at    timestamptz,
    rows_read      bigint      not null default 0,
    created        bigint      not null default 0,
    updated        bigint      not null default 0,
    unchanged      bigint      not null default 0,
    rejected       bigint      not null default 0,
    new_customers  bigint      not null default 0,
    seen_customers bytea,
    seen_orders    bytea,
    customers      bigint      not null default 0,
    orders         bigint      not null default 0,
    money          jsonb       not null default '[]'
);
comment on column sources.import.seen_customers is 'A bitmap of the customer numbers the file speaks of; kept while it runs, so that a resumed run counts on.';
create index import_newest on sources.import (created_at desc, id);

create table sources.import_error (
    id          bigint generated always as identity primary key,
    import_id   uuid   not null references sources.import,
    line        bigint not null,
    column_name text,
    value       text,
    code        text   not null,
    detail      text   not null,
    params      jsonb  not null default '{}'
);
create index import_error_import on sources.import_error (import_id, line, id);
