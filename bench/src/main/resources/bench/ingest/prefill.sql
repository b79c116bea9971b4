-- The same past on both sides, so that neither begins with small indexes.
with past as (
    select gen_random_uuid() as hash, uuidv7() as id, now() as at, 'Seen before' as type, 1 + n % 1000 as subject, 'past' as source,
        jsonb_build_object('sku', n % 5000) as properties
    from generate_series(1, ?) n
), keys as (
    insert into collect.event_key select hash from past
), theirs as (
    insert into baseline.event (id, received_at, occurred_at, type, subject_number, source, properties)
    select id, at, at, type, subject, source, properties from past
), their_keys as (
    insert into baseline.event_key select hash from past
)
insert into collect.event (id, received_at, occurred_at, type, subject_number, source, properties)
select id, at, at, type, subject, source, properties from past;
