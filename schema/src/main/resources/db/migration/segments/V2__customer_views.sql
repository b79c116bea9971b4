-- A way to look at the customers that somebody wants again: which of them, in which order, in which columns.
create table segments.customer_view (
    id         uuid        primary key,
    name       text        not null,
    rule       jsonb,
    columns    text[]      not null,
    sort_by    text        not null,
    descending boolean     not null,
    created_by text        not null,
    created_at timestamptz not null
);
create unique index customer_view_name on segments.customer_view (lower(name));
