-- What a sender said beside the properties: ids, context and the like, as it came. No rule asks about it, so the mirror
-- leaves it out.
alter table collect.event add column sent jsonb not null default '{}';

-- What the gate refused, for people to look at and to send again. Bounded, and kept for two weeks.
create table collect.parked_event (
    id         uuid        primary key,
    parked_at  timestamptz not null,
    source     text        not null,
    trusted    boolean     not null,
    wire       text        not null,
    call       text        not null,
    sent_at    text        not null,
    reason     text        not null,
    detail     text        not null,
    bytes      int         not null,
    body       bytea       not null
);
comment on column collect.parked_event.bytes is 'As it came; the body may hold the beginning only.';

-- What became of events, by the hour.
create table collect.intake_count (
    hour    timestamptz not null,
    source  text        not null,
    outcome text        not null,
    count   bigint      not null,
    primary key (hour, source, outcome)
);
comment on column collect.intake_count.outcome is 'stored, duplicate, or the code of the refusal.';
