-- Two customers who may be one person, with why. What somebody said of them is remembered for ever.
create table duplicates.pair (
    number      bigint           generated always as identity primary key,
    id          uuid             not null unique,
    one         int              not null,
    other       int              not null,
    state       text             not null default 'open' check (state in ('open', 'later', 'one', 'two')),
    sure        boolean          not null,
    probability double precision not null check (probability between 0 and 1),
    bits        double precision not null,
    reasons     jsonb            not null,
    run_id      uuid             not null,
    found_at    timestamptz      not null,
    settled_at  timestamptz,
    settled_by  text,
    merge_id    uuid,
    automatic   boolean          not null default false,
    check (one < other),
    unique (one, other)
);
comment on column duplicates.pair.sure is 'Sure enough to be merged without a person''s eye.';
comment on column duplicates.pair.bits is 'The odds as a power of two; the queue is in its order.';
comment on column duplicates.pair.reasons is 'What agrees and what does not, with what it is worth; no values.';
create index pair_queue on duplicates.pair (state, bits desc, number);
create index pair_settled on duplicates.pair (state, settled_at desc, number desc);
create index pair_other on duplicates.pair (other);
create index pair_merge on duplicates.pair (merge_id) where merge_id is not null;

-- A search over the base, or over those who changed since the one before.
create table duplicates.run (
    id         uuid        primary key,
    whole      boolean     not null,
    actor      text        not null,
    started_at timestamptz not null,
    read_at    timestamptz,
    ended_at   timestamptz,
    people     bigint      not null default 0,
    compared   bigint      not null default 0,
    found      bigint      not null default 0,
    cut        bigint      not null default 0,
    merged     bigint      not null default 0,
    weights    jsonb
);
comment on column duplicates.run.id is 'The job that does it.';
comment on column duplicates.run.read_at is 'What changed before it is in.';
comment on column duplicates.run.cut is 'How many times a person was alike to so many that they were compared with some of them.';
create index run_started on duplicates.run (started_at desc);

-- One row: whether sure pairs are merged without a person.
create table duplicates.conduct (
    only_one   boolean     primary key default true check (only_one),
    automatic  boolean     not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
