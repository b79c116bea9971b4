-- What people of ours write down about a customer. It belongs to a subject, so that a merge can be undone.
create table customers.note (
    id             uuid        primary key,
    subject_number bigint      not null,
    body           text        not null,
    actor          text        not null,
    at             timestamptz not null,
    deleted_at     timestamptz
);
comment on column customers.note.deleted_at is 'A deleted note can be brought back; nothing shows it.';
create index note_subject on customers.note (subject_number, at desc);
