create table segments.segment (
    id         uuid        primary key,
    name       text        not null,
    rule       jsonb       not null,
    version    int         not null default 1,
    created_by text        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz
);
comment on column segments.segment.deleted_at is 'A deleted segment can be brought back; nothing lists or evaluates it.';
create unique index segment_name on segments.segment (lower(name)) where deleted_at is null;

-- Every rule a segment ever had, so that an old membership can be explained.
create table segments.rule_version (
    segment_id uuid        not null references segments.segment,
    version    int         not null,
    rule       jsonb       not null,
    actor      text        not null,
    at         timestamptz not null,
    primary key (segment_id, version)
);

-- Where the evaluation of a segment stands.
create table segments.membership (
    segment_id   uuid        primary key references segments.segment,
    delta        bigint      not null default 0,
    rule_version int         not null,
    size         int         not null,
    as_of        timestamptz not null,
    watermark    text        not null,
    watermark_at timestamptz not null,
    took_micros  bigint      not null
);
comment on column segments.membership.delta is 'The version of the last delta: the members are the sum of all deltas up to it.';

-- Who is a member now: one serialised RoaringBitmap for each 1,048,576 customer numbers.
create table segments.member_chunk (
    segment_id uuid  not null references segments.segment,
    chunk      int   not null,
    members    bytea not null,
    primary key (segment_id, chunk)
);

-- Who entered and who left, when and why; appended.
create table segments.delta (
    segment_id   uuid        not null references segments.segment,
    version      bigint      not null,
    cause        text        not null check (cause in ('created', 'edited', 'live', 'time', 'rebuilt', 'frozen')),
    rule_version int         not null,
    as_of        timestamptz not null,
    watermark    text        not null,
    entered      bytea       not null,
    departed     bytea       not null,
    entered_count int        not null,
    departed_count int       not null,
    size         int         not null,
    primary key (segment_id, version)
);
