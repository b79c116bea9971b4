-- What imports of lines, payments and products changed, as it was before and as they left it: undoing an import puts back
-- what still is as the import left it.
create table commerce.import_change (
    import_id uuid   not null,
    kind      text   not null check (kind in ('line', 'shipping', 'payment', 'total', 'method', 'product')),
    thing     bigint not null,
    part      int    not null default 0,
    before    jsonb,
    after     jsonb  not null,
    primary key (import_id, kind, thing, part)
);
comment on column commerce.import_change.thing is 'The number of the order, or of the product.';
comment on column commerce.import_change.part is 'The number of the line or payment; 0 of a whole order or product.';
comment on column commerce.import_change.before is 'Null when it was not there.';
create index import_change_thing on commerce.import_change (kind, thing, part);
