-- A base of ${customers} customers, each with an e-mail, a phone and a tag or a number of their own; and customer 1 with
-- ${events} orders, notes and edits on their card. Every value comes from its row's number, so each run makes the same.

-- step: settings
set local work_mem = '256MB'; set local maintenance_work_mem = '512MB';
update access.organisation set company = 'Bench', configured = true;
insert into customers.source (id, code, name, kind, created_at)
values (1, 'bench', 'Bench', 'import', '2024-01-01Z'), (2, 'by hand', 'By hand', 'manual', '2024-01-01Z');

-- step: customers
insert into collect.subject (number, kind, space, value, first_seen)
select n, 'external', 'bench', 'id-' || n, '2024-01-01Z' from generate_series(1, ${customers}) as n;
insert into customers.customer (number, id, given_name, family_name, full_name, email, phone, language, zone, country, city,
    birth_date, sex, first_source_id, created_at, updated_at)
select n, gen_random_uuid(), 'Given' || n % 5000, 'Family' || n % 9000, 'Given' || n % 5000 || ' Family' || n % 9000,
    'c' || n || '@example.invalid', '+38067' || lpad(n::text, 7, '0'),
    (array['en', 'uk', 'ru', 'zh'])[1 + n % 4], 'Europe/Kyiv', (array['UA', 'PL', 'DE', 'US', 'CN'])[1 + n % 5],
    'city_' || n % 200, '1950-01-01'::date + n % 20000, case when n % 5 < 3 then 'female' else 'male' end, 1,
    '2024-01-01Z'::timestamptz + n * interval '1 second', '2026-10-01Z'
from generate_series(1, ${customers}) as n;
insert into customers.subject_link (subject_number, customer_number, linked_at)
select n, n, '2024-01-01Z' from generate_series(1, ${customers}) as n;

-- step: contacts
insert into customers.contact_point (subject_number, source_id, kind, value, normalised, first_seen_at, confirmed_at)
select n, 1, 'email', 'c' || n || '@example.invalid', 'c' || n || '@example.invalid', '2024-01-01Z'::timestamptz, '2024-01-01Z'::timestamptz
from generate_series(1, ${customers}) as n
union all
select n, 1, 'phone', '+38067' || lpad(n::text, 7, '0'), '+38067' || lpad(n::text, 7, '0'), '2024-01-01Z'::timestamptz, '2024-01-01Z'::timestamptz
from generate_series(1, ${customers}) as n;

-- step: own fields
insert into customers.attribute (id, key, type, created_at)
values (1, 'tag_regular', 'boolean', '2024-01-01Z'), (2, 'shoe_size', 'number', '2024-01-01Z');
insert into customers.attribute_current (subject_number, attribute_id, number_value, boolean_value, given_at)
select n, 1 + n % 2, case when n % 2 = 1 then 38 + n % 8 end, case when n % 2 = 0 then true end, '2024-01-01Z'
from generate_series(1, ${customers}) as n;

-- step: one person with a long history
insert into commerce.orders (id, source_id, external_id, subject_number, placed_at, status, currency, total_minor,
    revenue_minor, base_currency, revenue_base_minor, received_at)
select gen_random_uuid(), 1, 'long-' || n, 1, '2020-01-01Z'::timestamptz + n * interval '3 hours', 'completed', 'USD',
    1000 + n, 1000 + n, 'USD', 1000 + n, '2026-01-01Z'
from generate_series(1, ${events} * 6 / 10) as n;
insert into customers.note (id, subject_number, body, actor, at)
select gen_random_uuid(), 1, 'note ' || n, 'user:bench', '2020-01-01Z'::timestamptz + n * interval '9 hours'
from generate_series(1, ${events} * 2 / 10) as n;
insert into customers.source_record (source_id, subject_number, data, data_hash, received_at)
select 2, 1, jsonb_build_object('city', 'city_' || n), gen_random_uuid(),
    '2020-01-01Z'::timestamptz + n * interval '9 hours' + interval '1 hour'
from generate_series(1, ${events} * 2 / 10) as n;
