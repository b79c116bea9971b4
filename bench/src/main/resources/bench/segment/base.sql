-- A base of ${customers} customers with ${orders} orders of one to four lines each and ${events} events in visits of four,
-- over the two years before now, in the order of time; who comes and who buys has a heavy tail. Every value comes from a
-- hash of its row's number, so each run makes the same base.
-- Constraints and indexes of the large tables are taken away and put back, so that they are built once.

-- step: functions
create function pg_temp.h(n bigint, salt bigint) returns double precision language sql immutable
    as 'select (hashint8extended(n, salt) & 9007199254740991) / 9007199254740992.0::float8';

-- step: settings
set local work_mem = '256MB'; set local maintenance_work_mem = '1GB';
update access.organisation set company = 'Bench', configured = true;

-- step: customers
insert into customers.source (id, code, name, kind, created_at) values (1, 'bench', 'Bench', 'import', '2024-01-01Z');
insert into collect.subject (number, kind, space, value, first_seen)
select n, 'external', 'bench', n::text, '2024-01-01Z' from generate_series(1, ${customers}) as n;
insert into customers.customer (number, id, given_name, family_name, full_name, email, language, zone, country, city,
    birth_date, sex, first_source_id, created_at, updated_at)
select n, gen_random_uuid(), 'Given' || n % 5000, 'Family' || n % 9000, 'Given' || n % 5000 || ' Family' || n % 9000,
    'c' || n || '@example.invalid',
    (array['en', 'uk', 'ru', 'zh'])[1 + n % 4], 'Europe/Kyiv',
    (array['UA', 'PL', 'DE', 'US', 'CN'])[1 + floor(5 * pow(pg_temp.h(n, 2), 2))::int],
    'city_' || floor(200 * pow(pg_temp.h(n, 3), 2))::int,
    '1950-01-01'::date + floor(20000 * pg_temp.h(n, 4))::int,
    case when pg_temp.h(n, 5) < 0.6 then 'female' else 'male' end, 1,
    now() - 900 * pg_temp.h(n, 6) * interval '1 day', now()
from generate_series(1, ${customers}) as n;
insert into customers.subject_link (subject_number, customer_number, linked_at)
select n, n, '2024-01-01Z' from generate_series(1, ${customers}) as n;

-- step: contacts and consents
insert into customers.contact_point (subject_number, source_id, kind, value, normalised, validity, first_seen_at, confirmed_at)
select n, 1, 'email', 'c' || n || '@example.invalid', 'c' || n || '@example.invalid',
    case when pg_temp.h(n, 7) < 0.03 then 'invalid' else 'valid' end, '2024-01-01Z', '2024-01-01Z'
from generate_series(1, ${customers}) as n;
insert into consent.state (subject_number, channel, purpose_id, granted, evidence_id, given_at)
select n, 'email', (select id from consent.purpose where code = 'marketing'), pg_temp.h(n, 8) < 0.9, n,
    now() - 900 * pg_temp.h(n, 9) * interval '1 day'
from generate_series(1, ${customers}) as n where pg_temp.h(n, 10) < 0.9;

-- step: second ids of every twentieth customer, with a word of their own on mail
insert into collect.subject (number, kind, space, value, first_seen)
select ${customers} + n, 'external', 'bench', 'second ' || n, '2024-01-01Z' from generate_series(1, ${customers} / 20) as n;
insert into customers.subject_link (subject_number, customer_number, linked_at)
select ${customers} + n, n * 20, '2024-01-01Z' from generate_series(1, ${customers} / 20) as n;
insert into consent.state (subject_number, channel, purpose_id, granted, evidence_id, given_at)
select ${customers} + n, 'email', (select id from consent.purpose where code = 'marketing'), pg_temp.h(n, 16) < 0.7,
    ${customers} + n, now() - 900 * pg_temp.h(n, 17) * interval '1 day'
from generate_series(1, ${customers} / 20) as n;

-- step: months of events
select collect.ensure_event_month(now() - make_interval(days => day)) from generate_series(-35, 760, 15) as day;

-- step: take constraints away
create temp table kept on commit drop as
select conrelid::regclass::text as place, conname::text as name, pg_get_constraintdef(oid) as definition,
    case contype when 'f' then 3 else 1 end as turn
from pg_constraint
where contype in ('f', 'u', 'p') and conparentid = 0
    and (conrelid = 'collect.event'::regclass
        or contype <> 'p' and conrelid in ('commerce.orders'::regclass, 'commerce.order_line'::regclass))
union all
select schemaname || '.' || tablename, indexname, indexdef, 2
from pg_indexes
where (schemaname, tablename) in (('commerce', 'orders'), ('commerce', 'order_line'), ('collect', 'event'))
    and not exists (select from pg_constraint where conname = indexname);
do $$
declare each record;
begin
    for each in select * from kept order by turn desc loop
        if each.turn = 2 then execute format('drop index %s.%I', split_part(each.place, '.', 1), each.name);
        else execute format('alter table %s drop constraint %I', each.place, each.name);
        end if;
    end loop;
end $$;

-- step: products
insert into commerce.product (number, id, source_id, external_id, name, category, brand, price_minor, currency, created_at)
select n, gen_random_uuid(), 1, n::text, 'Product ' || n,
    (array['Coffee', 'Tea', 'Cups', 'Mills', 'Sweets', 'Books', 'Gifts', 'Filters', 'Syrups', 'Milk'])[1 + n % 10],
    'brand_' || n % 40, 500 + n, 'USD', '2024-01-01Z'
from generate_series(1, 2000) as n;

-- step: orders
insert into commerce.orders (number, id, source_id, external_id, subject_number, placed_at, status, currency, total_minor,
    shipping_minor, revenue_minor, base_currency, revenue_base_minor, payment_method, received_at)
select n, gen_random_uuid(), 1, n::text, 1 + (floor(${customers} * pow(pg_temp.h(n, 11), 1.8))::bigint * 7919) % ${customers},
    placed, status, 'USD', goods + 300, 300, case when status = 'completed' then goods else 0 end, 'USD',
    case when status = 'completed' then goods else 0 end, 'card', placed
from (
    select n, now() - interval '1 hour' - (${orders} - n + pg_temp.h(n, 12)) * (interval '730 days' / ${orders}) as placed,
        case when pg_temp.h(n, 13) < 0.92 then 'completed' when pg_temp.h(n, 13) < 0.97 then 'cancelled' else 'returned' end
            as status,
        (200 + floor(3000 * pg_temp.h(n, 14)))::bigint * (1 + n % 4) * (2 + n % 4) / 2 as goods
    from generate_series(1, ${orders}) as n) as made;

-- step: order lines
insert into commerce.order_line (order_number, line_no, product_number, quantity, amount_minor)
select n, line, 1 + floor(2000 * pow(pg_temp.h(n * 8 + line, 15), 1.3))::int, line,
    (200 + floor(3000 * pg_temp.h(n, 14)))::bigint * line
from generate_series(1, ${orders}) as n, generate_series(1, 1 + n % 4) as line;

-- step: events
insert into collect.event (id, received_at, occurred_at, type, subject_number, source, properties)
select gen_random_uuid(), at, at, (array['visit', 'visit', 'view', 'view', 'view', 'search', 'cart', 'letter', 'click', 'call'])
    [1 + floor(10 * pg_temp.h(n, 18))::int], 1 + (floor(${customers} * pow(pg_temp.h(visit, 19), 1.8))::bigint * 7919) % ${customers},
    'bench', jsonb_build_object('price', floor(100 * pg_temp.h(n, 20)), 'shelf', 'shelf ' || n % 20)
from (select n, n / 4 as visit,
        now() - interval '2 hours' - (${events} / 4 - n / 4) * (interval '2920 days' / ${events})
            + (n % 4) * 20 * pg_temp.h(n, 21) * interval '1 minute' as at
    from generate_series(1, ${events}) as n) as made;

-- step: put constraints back
do $$
declare each record;
begin
    for each in select * from kept order by turn loop
        if each.turn = 2 then execute replace(each.definition, ' ON ONLY ', ' ON '); -- with those of the parts
        else execute format('alter table %s add constraint %I %s', each.place, each.name, each.definition);
        end if;
    end loop;
end $$;

-- step: a new epoch, so that the mirror reads everything at once
update warehouse.epoch set epoch = gen_random_uuid();
