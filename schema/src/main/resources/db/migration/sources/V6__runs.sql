-- Files that are imported together: one job takes them in, one behind the other.
create table sources.run (
    id          uuid primary key,
    job_id      uuid,
    dry_run     boolean     not null,
    actor       text        not null,
    created_at  timestamptz not null,
    undo_job_id uuid,
    undo        jsonb,
    undone_at   timestamptz
);
comment on table sources.run is 'What people call an import; a row of sources.import is one of its files.';
comment on column sources.run.undo is 'What undoing it came to, or would.';
insert into sources.run (id, job_id, dry_run, actor, created_at, undo_job_id, undo, undone_at)
    select id, job_id, dry_run, actor, created_at, undo_job_id, undo, undone_at from sources.import;

alter table sources.import
    add column run_id uuid references sources.run,
    add column started_at timestamptz,
    drop column job_id,
    drop column undo_job_id,
    drop column undo,
    drop column undone_at;
update sources.import set run_id = id;
alter table sources.import alter column run_id set not null;
comment on column sources.import.place is 'The order in which files are asked for, and within a run the order of work; ids of one instant have none.';
create index import_run on sources.import (run_id, place);
drop index sources.import_newest;
