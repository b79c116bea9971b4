-- A small base by arithmetic: 500 people, some with a birthday, an address, a consent, orders, lines and opened letters.
insert into customers.customer (number, id, full_name, birth_date, created_at, updated_at)
select n, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Person ' || n,
       case when n % 3 = 0 then date '1960-01-01' + (n * 37) % 20000 end, timestamptz '2024-01-01Z', timestamptz '2024-01-01Z'
from generate_series(1, 500) n;
insert into collect.subject (number, kind, space, value, first_seen)
select n, 'external', 'gallery', n::text, timestamptz '2024-01-01Z' from generate_series(1, 500) n;
insert into customers.subject_link (subject_number, customer_number, linked_at)
select n, n, timestamptz '2024-01-01Z' from generate_series(1, 500) n;
insert into customers.source (code, name, kind, created_at)
values ('gallery', 'Gallery', 'import', timestamptz '2024-01-01Z');
insert into customers.contact_point
    (subject_number, source_id, kind, value, normalised, validity, first_seen_at, confirmed_at)
select n, (select max(id) from customers.source), 'email', n || '@example.com', n || '@example.com', case when n % 7 = 0 then 'invalid' else 'valid' end,
       timestamptz '2024-01-01Z', timestamptz '2024-01-01Z'
from generate_series(1, 500) n where n % 4 <> 0;
insert into consent.state (subject_number, channel, purpose_id, granted, evidence_id, given_at)
select n, 'email', (select min(id) from consent.purpose), n % 5 <> 0, n, timestamptz '2024-01-01Z'
from generate_series(1, 500) n where n % 2 = 1;
insert into commerce.product (number, id, source_id, external_id, name, category, created_at)
select n, gen_random_uuid(), 1, 'gallery-' || n, 'Product ' || n,
       (array['Shoes', 'Shoes > Running', 'Bags', null])[n], timestamptz '2024-01-01Z'
from generate_series(1, 4) n;
insert into commerce.orders
    (number, id, source_id, external_id, subject_number, placed_at, status, currency, total_minor, revenue_minor,
     base_currency, revenue_base_minor, received_at)
select p * 100 + i, gen_random_uuid(), 1, 'gallery-' || p || '-' || i, p,
       timestamptz '2026-11-01T12:00:00Z' - make_interval(mins => ((p * 7919 + i * 104729) % 1000000)),
       case when (p + i) % 9 = 0 then 'cancelled' else 'paid' end, 'USD', 500, 500, 'USD', 500,
       timestamptz '2026-11-01T12:00:00Z'
from generate_series(1, 500) p, generate_series(1, 9) i where i <= p % 10;
insert into commerce.order_line (order_number, line_no, product_number, quantity, amount_minor)
select number, 1, 1 + number % 4, 1, 500 from commerce.orders;
select collect.ensure_event_month(timestamptz '2026-11-01T12:00:00Z');
insert into collect.event (id, received_at, occurred_at, type, subject_number, source)
select gen_random_uuid(), timestamptz '2026-11-01T12:00:00Z',
       timestamptz '2026-11-01T12:00:00Z' - make_interval(hours => (n * 31) % 1500), 'message.opened', n, 'gallery'
from generate_series(1, 500) n where n % 3 <> 1;
