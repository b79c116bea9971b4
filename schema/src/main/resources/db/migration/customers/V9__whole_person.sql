-- Addresses of erased people as keyed hashes: a file that brings one again brings nobody back.
create table customers.tombstone (
    address_hash    bytea       primary key,
    customer_number int         not null references customers.customer,
    erased_at       timestamptz not null
);

-- The certificate of an erasure: when, by whom, how many rows of which table.
create table customers.erasure (
    id              uuid        primary key,
    customer_number int         not null references customers.customer,
    actor           text        not null,
    counts          jsonb       not null,
    erased_at       timestamptz not null
);

-- Files about a customer, kept in the database so that a backup has them. They belong to a subject, as notes do.
create table customers.file (
    id             uuid        primary key,
    subject_number bigint      not null,
    name           text        not null,
    size           int         not null,
    content        bytea       not null,
    actor          text        not null,
    at             timestamptz not null,
    deleted_at     timestamptz
);
alter table customers.file alter column content set storage external;
comment on column customers.file.deleted_at is 'A removed file can be brought back; nothing shows it.';
create index file_subject on customers.file (subject_number, at desc);

-- What is to be done next with a customer: one at a time, so that nobody is forgotten and nothing is done twice.
create table customers.next_step (
    id             uuid        primary key,
    subject_number bigint      not null,
    what           text        not null,
    due            date        not null,
    responsible    text        not null,
    made_at        timestamptz not null,
    done_at        timestamptz,
    done_by        text
);
create unique index next_step_open on customers.next_step (subject_number) where done_at is null;
create index next_step_subject on customers.next_step (subject_number, done_at desc);
