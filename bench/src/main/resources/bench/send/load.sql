insert into customers.source (id, code, name, kind, created_at) values (1, 'bench', 'Bench', 'import', '2024-01-01Z');
insert into collect.subject (number, kind, space, value, first_seen)
select n, 'external', 'bench', n::text, '2024-01-01Z' from generate_series(1, ${customers}) as n;
insert into customers.customer (number, id, given_name, full_name, email, language, created_at, updated_at)
select n, gen_random_uuid(), 'Given' || n, 'Given' || n, 'c' || n || '@example.com', 'en', '2024-01-01Z', '2024-01-01Z'
from generate_series(1, ${customers}) as n;
insert into customers.subject_link (subject_number, customer_number, linked_at)
select n, n, '2024-01-01Z' from generate_series(1, ${customers}) as n;
insert into customers.contact_point (subject_number, source_id, kind, value, normalised, validity, first_seen_at, confirmed_at)
select n, 1, 'email', 'c' || n || '@example.com', 'c' || n || '@example.com', 'valid', '2024-01-01Z', '2024-01-01Z'
from generate_series(1, ${customers}) as n;
insert into consent.evidence (subject_number, channel, purpose_id, action, source, method, actor, given_at, recorded_at)
select n, 'email', (select id from consent.purpose where code = 'marketing'), 'granted', 'bench', 'bench', 'system:bench',
    '2024-01-01Z', '2024-01-01Z'
from generate_series(1, ${customers}) as n;
insert into consent.state (subject_number, channel, purpose_id, granted, evidence_id, given_at)
select subject_number, channel, purpose_id, true, id, given_at from consent.evidence;
insert into commerce.orders (id, source_id, external_id, subject_number, placed_at, status, currency, total_minor,
    revenue_minor, base_currency, revenue_base_minor, received_at)
select gen_random_uuid(), 1, n::text, 1 + n % ${customers}, '2025-01-01Z'::timestamptz + n % 500 * interval '1 day',
    'completed', 'USD', 1000 + n % 9000, 1000 + n % 9000, 'USD', 1000 + n % 9000, '2025-01-01Z'
from generate_series(1, 2 * ${customers}) as n;
update access.organisation set company = 'Bench', configured = true;
insert into channels.settings (server, host, port, security, from_name, from_address)
values ('smtp', '127.0.0.1', ${port}, 'none', 'Bench', 'news@shop.example.com');
