insert into baseline.subject (kind, space, value, first_seen)
    select 'external', 'bench', id, now() from baseline.customer_row;
insert into baseline.source_record (source_id, subject_number, import_id, data, data_hash, received_at)
    select 1, s.number, '01a202f3-48b4-721b-b009-072015524eab'::uuid, to_jsonb(r), md5(r::text)::uuid, now()
    from baseline.customer_row r join baseline.subject s on s.kind = 'external' and s.space = 'bench' and s.value = r.id;
insert into baseline.contact_point (subject_number, source_record_id, source_id, kind, value, normalised, first_seen_at, confirmed_at)
    select s.subject_number, s.id, 1, k.kind, k.value, k.value, now(), now()
    from baseline.source_record s cross join lateral
        (values ('email', s.data ->> 'email'), ('phone', s.data ->> 'phone')) k (kind, value);
insert into baseline.attribute_value (subject_number, attribute_id, source_record_id, source_id, number_value, given_at)
    select subject_number, 1, id, 1, (data ->> 'shoe_size')::numeric, now() from baseline.source_record;
insert into baseline.attribute_current (subject_number, attribute_id, number_value, given_at)
    select subject_number, 1, (data ->> 'shoe_size')::numeric, now() from baseline.source_record;
insert into baseline.customer (number, id, given_name, family_name, full_name, email, phone, city, country, birth_date,
        first_source_id, last_source_id, created_at, updated_at)
    select s.subject_number, uuidv7(), data ->> 'given_name', data ->> 'family_name',
        (data ->> 'given_name') || ' ' || (data ->> 'family_name'), data ->> 'email', data ->> 'phone', data ->> 'city',
        data ->> 'country', (data ->> 'birth_date')::date, 1, 1, (data ->> 'created_at')::timestamp at time zone 'UTC', now()
    from baseline.source_record s;
insert into baseline.subject_link (subject_number, customer_number, linked_at)
    select number, number::int, now() from baseline.subject;
insert into baseline.subject_link_log (subject_number, customer_number, reason, actor, at)
    select number, number::int, 'matched', 'user:1', now() from baseline.subject;
insert into baseline.evidence (subject_number, channel, purpose_id, action, address, source, method, actor, given_at,
        recorded_at, details)
    select subject_number, 'email', 1, case data ->> 'email_consent' when 'yes' then 'granted' else 'withdrawn' end,
        data ->> 'email', 'bench', 'import', 'user:1', now(), now(),
        jsonb_build_object('import', '01a202f3-48b4-721b-b009-072015524eab', 'file', 'customers.csv',
            'sha256', repeat('0', 64), 'line', id)
    from baseline.source_record;
insert into baseline.state (subject_number, channel, purpose_id, granted, imported, evidence_id, given_at)
    select subject_number, channel, purpose_id, action = 'granted', true, id, given_at from baseline.evidence;
insert into baseline.orders (id, source_id, external_id, subject_number, placed_at, status, currency, total_minor,
        revenue_minor, base_currency, revenue_base_minor, import_id, received_at)
    select uuidv7(), 1, r.order_id, s.number, r.placed_at::timestamp at time zone 'UTC', r.status, 'USD', m.total,
        case when t.counts then m.total else 0 end, 'USD', case when t.counts then m.total else 0 end,
        '01a202f3-48b4-721b-b009-072015524eac'::uuid, now()
    from baseline.order_row r
    join baseline.subject s on s.kind = 'external' and s.space = 'bench' and s.value = r.customer_id
    join commerce.order_status t on t.code = r.status
    cross join lateral (select (r.total::numeric * 100)::bigint) m (total);
insert into baseline.order_status_history (order_number, status, at, recorded_at)
    select number, status, placed_at, now() from baseline.orders;
