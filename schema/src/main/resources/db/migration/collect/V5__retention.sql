-- How long events of a type are kept, by when they happened. The keys of their message ids outlive them.
create table collect.event_retention (
    type   text primary key,
    months int not null check (months between 1 and 600)
);
comment on column collect.event_retention.type is 'Empty for every type that has no line of its own.';

-- Takes away the partitions of months that ended before the given instant and hold nothing any more; tells how many.
create function collect.drop_empty_event_months(before timestamptz) returns int language plpgsql as $$
declare
    part regclass;
    filled boolean;
    dropped int := 0;
begin
    for part in
        select inhrelid::regclass from pg_inherits join pg_class on pg_class.oid = inhrelid
        where inhparent = 'collect.event'::regclass
            and relname < 'event_' || to_char(before at time zone 'UTC', 'YYYY_MM')
    loop
        execute format('select exists (select from %s)', part) into filled;
        if not filled then
            execute format('drop table %s', part);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
end $$;
