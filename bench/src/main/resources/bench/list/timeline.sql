-- A page of a timeline as one would write it by hand: the latest 51 of three kinds, from an instant on.
select coalesce(json_agg(row_to_json(page)), '[]')
from (
    (select placed_at as at, 'order' as kind, id::text, external_id, status, total_minor, null as said
        from commerce.orders where subject_number = 1 and placed_at < ?::timestamptz order by placed_at desc limit 51)
    union all
    (select at, 'note', id::text, body, null, null, null
        from customers.note where subject_number = 1 and deleted_at is null and at < ?::timestamptz
        order by at desc limit 51)
    union all
    (select received_at, 'edit', r.id::text, null, null, null, data::text
        from customers.source_record r join customers.source s on s.id = r.source_id and s.kind = 'manual'
        where subject_number = 1 and received_at < ?::timestamptz order by received_at desc limit 51)
    order by at desc limit 51) as page
