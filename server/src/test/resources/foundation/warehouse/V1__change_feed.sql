-- What a mirrored table needs: a row knows the transaction that last wrote it, a deleted row leaves a tombstone.

create table warehouse.epoch (
    one           boolean primary key default true check (one),
    epoch         uuid not null,
    pruned_before xid8 not null default '0'
);
comment on table warehouse.epoch is 'Ours to change: a restored backup gets a new epoch, and every mirror then rebuilds.';
comment on column warehouse.epoch.pruned_before is 'Tombstones of older transactions are gone: a mirror that has not seen them rebuilds.';
insert into warehouse.epoch (epoch) values (gen_random_uuid());

create table warehouse.tombstone (
    id         bigint generated always as identity primary key,
    table_name text        not null,
    key        bigint      not null,
    changed    xid8        not null default pg_current_xact_id(),
    buried_at  timestamptz not null default clock_timestamp()
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

-- A changed key would leave the old row in the mirror for ever.
create function warehouse.refuse_key() returns trigger language plpgsql as $$
begin
    raise exception 'the key of % is mirrored and never changes: delete the row and insert another', tg_argv[0];
end $$;

-- TRUNCATE tells nobody which rows it took, so every mirror starts anew.
create function warehouse.renew() returns trigger language plpgsql as $$
begin
    update warehouse.epoch set epoch = gen_random_uuid();
    return null;
end $$;

-- One call makes a table part of the mirror's feed. The index is a b-tree although a BRIN would be smaller: the feed
-- asks for single transactions beside a range, twice a second, and equal values share their place in it.
create procedure warehouse.mirror(table_name text, key_column text) language plpgsql as $$
begin
    execute format('alter table %s add column changed xid8 not null default pg_current_xact_id()', table_name);
    execute format('create trigger touch before update on %s for each row execute function warehouse.touch()', table_name);
    execute format('create trigger keep_key before update of %I on %s for each row when (old.%1$I is distinct from new.%1$I)'
        ' execute function warehouse.refuse_key(%L)', key_column, table_name, table_name);
    execute format('create trigger bury after delete on %s for each row execute function warehouse.bury(%L, %L)',
        table_name, table_name, key_column);
    execute format('create trigger renew after truncate on %s for each statement execute function warehouse.renew()', table_name);
    execute format('create index on %s (changed)', table_name);
end $$;
