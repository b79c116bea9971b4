-- The part of a city, as shops with couriers and branches ask for it.
alter table customers.customer add column district text;
