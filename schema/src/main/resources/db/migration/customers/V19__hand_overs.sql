-- Whose customer somebody was before, and who handed them over. It belongs to a subject, as notes do, so that a merge can
-- be undone.
create table customers.hand_over (
    id             bigint      generated always as identity primary key,
    subject_number bigint      not null,
    from_owner     uuid,
    to_owner       uuid,
    actor          text        not null,
    at             timestamptz not null
);
comment on column customers.hand_over.from_owner is 'An account; null of nobody.';
create index hand_over_subject on customers.hand_over (subject_number, at desc);
