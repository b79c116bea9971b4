-- A base of ${customers} customers and ${events} events over two years, in the order of time; who comes often has a heavy
-- tail. Every value comes from a hash of its row's number, so each run makes the same base.

-- step: functions
create function pg_temp.h(n bigint, salt bigint) returns double precision language sql immutable
    as 'select (hashint8extended(n, salt) & 9007199254740991) / 9007199254740992.0::float8';

-- step: settings
set local work_mem = '256MB'; set local maintenance_work_mem = '512MB';
update access.organisation set company = 'Bench', configured = true;

-- step: customers
insert into customers.source (id, code, name, kind, created_at) values (1, 'bench', 'Bench', 'import', '2024-01-01Z');
insert into collect.subject (number, kind, space, value, first_seen)
select n, 'external', 'bench', n::text, '2024-01-01Z' from generate_series(1, ${customers}) as n;
insert into customers.customer (number, id, full_name, language, zone, country, city, birth_date, sex, first_source_id,
    created_at, updated_at)
select n, gen_random_uuid(), 'Customer ' || n, (array['en', 'uk', 'ru', 'zh'])[1 + n % 4], 'Europe/Kyiv',
    (array['UA', 'PL', 'DE', 'US', 'CN'])[1 + floor(5 * pow(pg_temp.h(n, 2), 2))::int],
    'city_' || floor(200 * pow(pg_temp.h(n, 3), 2))::int, '1950-01-01'::date + floor(20000 * pg_temp.h(n, 4))::int,
    case when pg_temp.h(n, 5) < 0.6 then 'female' else 'male' end, 1,
    now() - 900 * pg_temp.h(n, 6) * interval '1 day', now()
from generate_series(1, ${customers}) as n;
insert into customers.subject_link (subject_number, customer_number, linked_at)
select n, n, '2024-01-01Z' from generate_series(1, ${customers}) as n;
insert into customers.contact_point (subject_number, source_id, kind, value, normalised, validity, first_seen_at, confirmed_at)
select n, 1, 'email', 'c' || n || '@example.invalid', 'c' || n || '@example.invalid',
    case when pg_temp.h(n, 7) < 0.03 then 'invalid' else 'valid' end, '2024-01-01Z', '2024-01-01Z'
from generate_series(1, ${customers}) as n;
insert into consent.state (subject_number, channel, purpose_id, granted, evidence_id, given_at)
select n, 'email', (select id from consent.purpose where code = 'marketing'), pg_temp.h(n, 8) < 0.9, n, '2024-01-01Z'
from generate_series(1, ${customers}) as n where pg_temp.h(n, 10) < 0.9;

-- step: months of events
select collect.ensure_event_month(now() - make_interval(days => day)) from generate_series(-35, 760, 15) as day;

-- step: events
insert into collect.event (id, received_at, occurred_at, type, subject_number, source, properties)
select gen_random_uuid(), at, at, (array['visit', 'visit', 'view', 'view', 'view', 'search', 'cart', 'letter', 'click', 'call'])
    [1 + floor(10 * pg_temp.h(n, 13))::int], 1 + (floor(${customers} * pow(pg_temp.h(n, 11), 1.8))::bigint * 7919) % ${customers},
    'bench', jsonb_build_object('price', floor(100 * pg_temp.h(n, 14)), 'shelf', 'shelf ' || n % 20)
from (select n, now() - interval '1 hour' - (${events} - n) * (interval '730 days' / ${events}) as at
    from generate_series(1, ${events}) as n) as made;

-- step: a new epoch, so that the mirror reads everything at once
update warehouse.epoch set epoch = gen_random_uuid();
