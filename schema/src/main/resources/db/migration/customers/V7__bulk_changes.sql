-- One change made to many people at once, and of each changed person what an undo needs.
create table customers.bulk_change (
    id            uuid        primary key,
    kind          text        not null,
    key           text        not null,
    value         text        not null,
    note          text        not null,
    members       bytea,
    total         int         not null,
    altered       int         not null default 0,
    same          int         not null default 0,
    gone          int         not null default 0,
    restored      int         not null default 0,
    changed_since int         not null default 0,
    actor         text        not null,
    job_id        uuid,
    undo_job_id   uuid,
    started_at    timestamptz not null,
    ended_at      timestamptz,
    undone_at     timestamptz
);
comment on column customers.bulk_change.members is 'Numbers of those it was asked for, four bytes each; emptied when it has ended.';
create index bulk_change_started on customers.bulk_change (started_at desc, id desc);

create table customers.bulk_change_item (
    change_id       uuid   not null references customers.bulk_change,
    customer_number int    not null,
    former          text,
    word            bigint not null,
    primary key (change_id, customer_number)
);
comment on column customers.bulk_change_item.word is
    'The record or evidence that the change wrote: while it is the last word on the matter, the change can be undone.';
