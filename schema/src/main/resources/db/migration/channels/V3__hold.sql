-- While this row is there nobody claims a message, on any node. A restore puts it there, a person takes it away.
create table channels.hold (
    one            boolean primary key default true check (one),
    cause          text        not null check (cause in ('restored')),
    held_at        timestamptz not null,
    backup_made_at timestamptz not null
);
comment on column channels.hold.backup_made_at is 'What was sent after it is not known to this database.';
