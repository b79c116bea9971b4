-- Where a segment is kept and what it is found by.
alter table segments.segment add column folder text;
alter table segments.segment add column tags text[] not null default '{}';
comment on column segments.segment.folder is 'A folder exists while a segment is in it.';

-- What a segment is for: goal, figure with its plan, owner, texts. Appended; the newest version is in force.
create table segments.passport (
    segment_id uuid        not null references segments.segment,
    version    int         not null,
    passport   jsonb       not null,
    actor      text        not null,
    at         timestamptz not null,
    primary key (segment_id, version)
);
