-- The kept members against a full recomputation: asked for by the calendar or a person, done by whoever leads the engine.
create table segments.self_check (
    id          bigint      generated always as identity primary key,
    asked_at    timestamptz not null,
    done_at     timestamptz,
    as_of       timestamptz,
    segments    int,
    differences bigint,
    details     jsonb       not null default '[]'
);
comment on column segments.self_check.differences is 'People who were a member and should not, or the other way round, by segment. Anything but 0 is a defect of ours.';
comment on column segments.self_check.details is 'Which segments, and some of the people by customer number.';
