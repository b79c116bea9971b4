-- Durable work. All instants here are the database's own clock: leases must not follow a clock that a demo moves.

create table work.job (
    id               uuid        primary key,
    kind             text        not null,
    payload          jsonb       not null,
    actor            text        not null,
    state            text        not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    done             bigint      not null default 0,
    total            bigint      not null default 0,
    saved            jsonb,
    result           jsonb,
    problem          jsonb,
    cancel_requested boolean     not null default false,
    holder           uuid,
    fence            bigint      not null default 0,
    leased_until     timestamptz,
    created_at       timestamptz not null default clock_timestamp(),
    started_at       timestamptz,
    finished_at      timestamptz
);
comment on column work.job.saved is 'What the handler needs to resume after a crash.';
comment on column work.job.fence is 'Grows with each claim: a holder whose lease was taken over can no longer write.';
create index job_open on work.job (created_at) where state in ('queued', 'running');
create index job_created on work.job (created_at desc, id desc);

create table work.lease (
    name       text        primary key collate "C",
    holder     uuid,
    fence      bigint      not null default 0,
    held_until timestamptz not null default '-infinity',
    ran_at     timestamptz not null default '-infinity'
);
comment on column work.lease.ran_at is 'When the body last began, for work that one node does at an interval.';
