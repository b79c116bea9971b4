-- Who sees a field of customers and who changes it. No row: whoever may see, or change, customers. An owner always does.
create table customers.field_right (
    field     text   primary key,
    seen_by   text[],
    edited_by text[]
);
comment on column customers.field_right.field is 'A usual field by its key, or attribute.<key>.';
comment on column customers.field_right.seen_by is 'Roles, and api-key for programs; null for everybody.';
