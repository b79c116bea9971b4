-- A small shop in the schema of the foundation, 0.1: something in every table, with the characters that break copies.
insert into work.job (id, kind, payload, actor, state, created_at)
    values (gen_random_uuid(), 'mirror.verify', '{}', 'system', 'done', '2026-09-01Z');
insert into work.lease (name, holder, fence) values ('ticks', gen_random_uuid(), 7);

insert into access.account (id, email, name, password_hash, must_change_password, created_at) values
    ('01900000-0000-7000-8000-000000000001', 'owner@example.com', E'Anna\tO''Neil \\ "Анна"', '$2a$11$C6UzMDM.H6dfI/f/IKcEeO9p6s9o1v8x6jv1v7c1v0q0y6p0Y0W0e', false, '2026-09-01Z');
insert into access.sign_in_failure values ('\x01ff', 2, '2026-09-01Z', '2026-09-01Z');
insert into access.api_key (id, name, prefix, hash, created_by, created_at)
    values (gen_random_uuid(), 'till', 'rk_12345678', '\xdead', 'system', '2026-09-01Z');
update access.organisation set company = E'Linden &\nBrass, «Липа»', zone = 'Europe/Kyiv', currency = 'UAH', configured = true;
insert into access.secret (value) values ('\x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f');
insert into access.idempotent_response values ('\x01', '\x02', 201, null, null, '\x7b7d', '2026-09-01Z');
insert into access.audit_entry (at, actor, action, subject, details)
    select '2026-09-01Z', 'system', 'account.created', 'n' || n, jsonb_build_object('n', n) from generate_series(1, 50) n;
insert into access.spring_session values ('a', 'b', 0, 0, 100, 9999999999999, '01900000-0000-7000-8000-000000000001');

insert into collect.subject (kind, space, value, first_seen)
    select 'external', 'till', 'C-' || n, '2026-01-01Z' from generate_series(1, 2000) n;
select collect.ensure_event_month('2026-01-15Z'), collect.ensure_event_month('2026-02-15Z');
insert into collect.event_key (hash) select md5('k' || n)::uuid from generate_series(1, 400) n;
insert into collect.event (id, received_at, occurred_at, type, subject_number, source, properties)
    select md5('e' || n)::uuid, '2026-01-01Z'::timestamptz + n * interval '3 hours', '2026-01-01Z', 'viewed', n, 'till',
           jsonb_build_object('page', E'a\\b\t' || n)
      from generate_series(1, 400) n;

insert into customers.source (code, name, kind, created_at) values ('till', 'Till', 'import', '2026-01-01Z');
insert into customers.source_record (source_id, subject_number, data, data_hash, received_at)
    select 1, n, jsonb_build_object('name', E'Оля\n' || n), md5('r' || n)::uuid, '2026-01-01Z' from generate_series(1, 2000) n;
insert into customers.customer (id, given_name, full_name, email, birth_date, first_source_id, created_at, updated_at)
    select md5('c' || n)::uuid, case when n % 3 = 0 then null else E'\\N' end, 'Оля ' || n, 'person' || n || '@example.com',
           case when n % 2 = 0 then date '1980-02-29' end, 1, '2026-01-01Z', '2026-01-01 10:00:00.123456Z'
      from generate_series(1, 2000) n;
insert into customers.subject_link select n, n, '2026-01-01Z' from generate_series(1, 2000) n;
insert into customers.subject_link_log (subject_number, customer_number, reason, actor, at)
    select n, n, 'first', 'system', '2026-01-01Z' from generate_series(1, 2000) n;
insert into customers.contact_point (subject_number, source_id, kind, value, normalised, first_seen_at, confirmed_at)
    select n, 1, 'email', 'Person' || n || '@Example.com', 'person' || n || '@example.com', '2026-01-01Z', '2026-01-01Z'
      from generate_series(1, 2000) n;
insert into customers.attribute (key, type, label, created_at) values ('size', 'number', '{"en": "Size"}', '2026-01-01Z');
insert into customers.attribute_value (subject_number, attribute_id, source_id, number_value, given_at)
    select n, 1, 1, n / 3.0, '2026-01-01Z' from generate_series(1, 500) n;
insert into customers.attribute_current (subject_number, attribute_id, number_value, given_at)
    select n, 1, n / 3.0, '2026-01-01Z' from generate_series(1, 500) n;

insert into consent.text_version (purpose_id, language, version, body, body_hash, created_at)
    values (1, 'en', 1, E'I agree\r\nto news', 'hash', '2026-01-01Z');
insert into consent.evidence (subject_number, channel, purpose_id, action, text_version_id, source, method, actor, given_at, recorded_at)
    select n, 'email', 1, 'granted', 1, 'till', 'import', 'system', '2026-01-01Z', '2026-01-01Z' from generate_series(1, 2000) n;
insert into consent.state (subject_number, channel, purpose_id, granted, imported, evidence_id, given_at)
    select n, 'email', 1, true, true, n, '2026-01-01Z' from generate_series(1, 2000) n;
insert into consent.suppression (channel, address_hash, reason, created_at) values ('email', '\xaa', 'bounced', '2026-01-01Z');

insert into commerce.product (id, source_id, external_id, name, created_at)
    values ('01900000-0000-7000-8000-000000000002', 1, 'P1', 'Чай "Липа"', '2026-01-01Z');
insert into commerce.orders (id, source_id, external_id, subject_number, placed_at, status, currency, total_minor,
        revenue_minor, base_currency, revenue_base_minor, received_at)
    select md5('o' || n)::uuid, 1, 'O' || n, n, '2026-02-01Z', 'paid', 'UAH', n, n, 'UAH', n, '2026-02-01Z'
      from generate_series(1, 1000) n;
insert into commerce.order_line (order_number, line_no, product_number, quantity, amount_minor)
    select n, 1, 1, 1.5, n from generate_series(1, 1000) n;
insert into commerce.order_refund (order_number, external_id, amount_minor, refunded_at) values (1, 'R1', 1, '2026-02-02Z');
insert into commerce.order_status_history (order_number, status, at, recorded_at)
    select n, 'paid', '2026-02-01Z', '2026-02-01Z' from generate_series(1, 1000) n;

insert into segments.segment (id, name, rule, created_by, created_at, updated_at)
    values ('01900000-0000-7000-8000-000000000003', 'All', '{"all": []}', 'system', '2026-02-01Z', '2026-02-01Z');
insert into segments.rule_version values ('01900000-0000-7000-8000-000000000003', 1, '{"all": []}', 'system', '2026-02-01Z');
insert into segments.membership values ('01900000-0000-7000-8000-000000000003', 1, 1, 3, '2026-02-01Z', 'w', '2026-02-01Z', 5);
insert into segments.member_chunk values ('01900000-0000-7000-8000-000000000003', 0, '\x00ff');
insert into segments.delta values ('01900000-0000-7000-8000-000000000003', 1, 'created', 1, '2026-02-01Z', 'w', '\x01', '\x02', 3, 0, 3);
insert into insight.scheme (id, kind, method, thresholds, buyers, as_of, created_by, created_at)
    values (gen_random_uuid(), 'rfm', 'automatic', '{}', 10, '2026-02-01Z', 'system', '2026-02-01Z');
insert into content.template values ('01900000-0000-7000-8000-000000000004', 1, 'Spring', false, '2026-02-01Z', '2026-02-01Z');
insert into content.template_version values ('01900000-0000-7000-8000-000000000004', 1, 'Spring', 'promotion', 'en', 'Hello',
    '', 'html', '<p>{{ customer.given_name }}</p>', null, 'system', '2026-02-01Z');

insert into channels.sending (id, kind, name, purpose_code, delivery, state, mail_domain, created_at, state_at)
    values ('01900000-0000-7000-8000-000000000005', 'test', 'Spring', 'marketing', 'at_least_once', 'running', 'example.com',
            '2026-02-01Z', '2026-02-01Z');
insert into channels.message (id, sending_id, customer_number, subject_number, address, state, due_at, queued_at)
    select md5('m' || n)::uuid, '01900000-0000-7000-8000-000000000005', n, n, 'person' || n || '@example.com', 'queued',
           '2026-02-01Z', '2026-02-01Z'
      from generate_series(1, 100) n;
insert into channels.decision (message_number, at, state, attempt) values (1, '2026-02-01Z', 'queued', 0);
insert into channels.node (id, lease_until) values (gen_random_uuid(), '2026-02-01Z');
insert into channels.settings (from_name) values ('The Shop');
insert into channels.mail (id, received_at, envelope_from, envelope_to, size, raw)
    values (gen_random_uuid(), '2026-02-01Z', 'a@example.com', 'b@example.com', 3, '\x0d0a2e');
insert into campaigns.campaign (id, name, state, state_at, control_share, track_opens, track_clicks, attribution_days,
        at_most_once, created_by, created_at, updated_at)
    values ('01900000-0000-7000-8000-000000000005', 'Spring', 'sending', '2026-02-01Z', 0.1, true, true, 14, false, 'system',
            '2026-02-01Z', '2026-02-01Z');
insert into campaigns.response (message_id, campaign_id, customer_number, kind, first_at, last_at)
    values (md5('m1')::uuid, '01900000-0000-7000-8000-000000000005', 1, 'open', '2026-02-01Z', '2026-02-01Z');
insert into sources.file values ('01900000-0000-7000-8000-000000000006', 'orders.csv', 'abc', 10, 2, ';', '["a"]', 'system', '2026-02-01Z');
insert into sources.import (id, file_id, kind, source_name, dry_run, request, actor, created_at)
    values ('01900000-0000-7000-8000-000000000007', '01900000-0000-7000-8000-000000000006', 'orders', 'Till', false, '{}',
            'system', '2026-02-01Z');
insert into sources.import_error (import_id, line, code, detail)
    values ('01900000-0000-7000-8000-000000000007', 2, 'DATE_INVALID', 'x');
