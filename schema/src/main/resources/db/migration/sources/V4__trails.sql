-- What an import took, row by row: 16 bytes of hash, the customer's number, the order's number. The same file again is told by it.
create table sources.trail (
    import_id uuid not null references sources.import,
    block     int  not null,
    entries   bytea not null,
    primary key (import_id, block)
);
alter table sources.trail alter column entries set storage external;
alter table sources.import add column reading text;
comment on column sources.import.reading is 'A hash of all that decides what a row of the file means, but the row.';
alter table sources.import add column place bigint generated always as identity;
comment on column sources.import.place is 'The order in which imports were asked for; ids of one instant have none.';
create index import_source on sources.import (lower(source_name), place desc);
