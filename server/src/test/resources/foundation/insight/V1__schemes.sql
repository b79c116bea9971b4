-- How customers are ranked: thresholds frozen at a date. The newest of a kind is in force, the older ones stay.
create table insight.scheme (
    number      bigint      generated always as identity primary key,
    id          uuid        not null unique,
    kind        text        not null check (kind in ('rfm', 'matrix')),
    method      text        not null check (method in ('automatic', 'by_hand')),
    period_days int         check (period_days > 0),
    thresholds  jsonb       not null,
    buyers      int         not null,
    as_of       timestamptz not null,
    created_by  text        not null,
    created_at  timestamptz not null
);
comment on column insight.scheme.period_days is 'Which orders count: those of so many days before the moment of asking; null means all.';
comment on column insight.scheme.buyers is 'How many people the thresholds were computed from.';
create index scheme_kind on insight.scheme (kind, number desc);
