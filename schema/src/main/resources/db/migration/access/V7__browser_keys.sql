-- A key that stands in a page, where everybody can read it: it writes events from the sites it names, and nothing else.
alter table access.api_key
    add column kind    text   not null default 'server' check (kind in ('server', 'browser')),
    add column origins text[] not null default '{}',
    add check (kind = 'server' or permissions = array ['events.write'] and cardinality(origins) > 0);
