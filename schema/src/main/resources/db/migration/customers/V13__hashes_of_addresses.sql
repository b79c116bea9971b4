-- The keyed hash by which consent knows the addresses that get nothing, so that the mirror can tell whose are stopped.
alter table customers.contact_point add column address_hash bytea;
create index contact_point_unhashed on customers.contact_point (id) where address_hash is null;
