-- People and orders of a file that lies in public.bought: number of the sale, person, day.
insert into customers.customer (number, id, full_name, created_at, updated_at)
select distinct person, md5(person::text)::uuid, 'Buyer ' || person, timestamptz '1997-01-01Z', timestamptz '1997-01-01Z'
from public.bought;
insert into collect.subject (number, kind, space, value, first_seen)
select number, 'external', 'file', number::text, created_at from customers.customer;
insert into customers.subject_link (subject_number, customer_number, linked_at)
select number, number, created_at from customers.customer;
insert into commerce.orders
    (number, id, source_id, external_id, subject_number, placed_at, status, currency, total_minor, revenue_minor,
     base_currency, revenue_base_minor, received_at)
select number, md5('order ' || number)::uuid, 1, number::text, person, day::timestamp at time zone 'Europe/Kyiv', 'paid',
       'USD', 1, 1, 'USD', 1, timestamptz '1998-07-01Z'
from public.bought;
drop table public.bought;
