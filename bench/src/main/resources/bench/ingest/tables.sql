-- Tables like ours, with all their keys and indexes; the month's partition stands for the partitioned table.
create schema baseline;
do $$
begin
    perform collect.ensure_event_month(now());
    execute format('create table baseline.event (like collect.%I including all)', 'event_' || to_char(now() at time zone 'UTC', 'YYYY_MM'));
end $$;
create table baseline.event_key (like collect.event_key_0 including all);
