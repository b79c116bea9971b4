-- What undoing an import came to, or would; the job that does it.
alter table sources.import add column undo_job_id uuid;
alter table sources.import add column undo jsonb;
alter table sources.import add column undone_at timestamptz;
