-- What is wanted of the people in a cell. Grids are named as rules name them.
create table insight.cell_plan (
    grid       text        not null,
    cell       text        not null,
    title      text,
    strategy   text,
    incentive  text,
    goal       text,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (grid, cell)
);
comment on column insight.cell_plan.title is 'What people call the cell here; null keeps its usual name.';
-- Matrices of any two measures. Their measures and borders are dated like thresholds, as the kind own:<id>.
create table insight.own_matrix (
    id         uuid        primary key,
    name       text        not null,
    created_by text        not null,
    created_at timestamptz not null,
    deleted_at timestamptz
);
create unique index own_matrix_name on insight.own_matrix (lower(name)) where deleted_at is null;
alter table insight.scheme drop constraint scheme_kind_check;
alter table insight.scheme
    add constraint scheme_kind_check check (kind in ('rfm', 'matrix', 'lifecycle') or kind like 'own:%');
