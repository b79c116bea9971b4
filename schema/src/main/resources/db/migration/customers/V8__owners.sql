-- Whose customer somebody is, and whose company: an account's id, or nobody's. A role may narrow its people to their own.
alter table customers.customer add column owner_id uuid;
alter table customers.company add column owner_id uuid;
create index customer_owner on customers.customer (owner_id, number desc) where owner_id is not null;
create index company_owner on customers.company (owner_id, number desc) where owner_id is not null;
