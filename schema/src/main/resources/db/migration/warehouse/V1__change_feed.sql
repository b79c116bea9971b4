-- What a mirrored table needs: a row knows the transaction that last wrote it, a deleted row leaves a tombstone.

create table warehouse.epoch (
    one   boolean primary key default true check (one),
    epoch uuid    not null
);
comment on table warehouse.epoch is 'Ours to change: a restored backup gets a new epoch, and every mirror then rebuilds.';

create table warehouse.tombstone (
    id         bigint generated always as identity primary key,
    table_name text   not null,
    key        bigint not null,
    changed    xid8   not null default pg_current_xact_id()
);
create index tombstone_changed on warehouse.tombstone (changed);

create function warehouse.touch() returns trigger language plpgsql as $$
begin
    new.changed := pg_current_xact_id();
    return new;
end $$;

create function warehouse.bury() returns trigger language plpgsql as $$
begin
    insert into warehouse.tombstone (table_name, key) values (tg_argv[0], (to_jsonb(old) ->> tg_argv[1])::bigint);
    return old;
end $$;

-- One call makes a table part of the mirror's feed.
create procedure warehouse.mirror(table_name text, key_column text) language plpgsql as $$
begin
    execute format('alter table %s add column changed xid8 not null default pg_current_xact_id()', table_name);
    execute format('create trigger touch before update on %s for each row execute function warehouse.touch()', table_name);
    execute format('create trigger bury after delete on %s for each row execute function warehouse.bury(%L, %L)',
        table_name, table_name, key_column);
    execute format('create index on %s (changed)', table_name);
end $$;
