-- How a file is read: its encoding, delimiter, line of the header, or sheet.
alter table sources.file add column form jsonb;
update sources.file set form = jsonb_build_object('encoding', 'UTF-8', 'delimiter', delimiter, 'headerLine', 1);
alter table sources.file alter column form set not null;
alter table sources.file drop column delimiter;

-- A cell that cannot be read and that the row does without.
alter table sources.import add column cells_left_out bigint not null default 0;
alter table sources.import add column doubts jsonb not null default '[]';
comment on column sources.import.doubts is 'Columns that may have lost something before the file came here.';
alter table sources.import_error add column row_taken boolean not null default false;
