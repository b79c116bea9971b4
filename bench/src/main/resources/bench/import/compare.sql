-- The content of each table in one number, ours beside the baseline's: rows, and the sum of the hashes of what they say.
with ours (name, content) as (
    select 'subject', row(count(*), sum(hashtextextended(kind || '|' || space || '|' || value, 0))) from collect.subject
    union all select 'customer', row(count(*), sum(hashtextextended(concat_ws('|', given_name, family_name, full_name, email, phone,
        city, country, birth_date, created_at), 0))) from customers.customer
    union all select 'source_record', row(count(*), count(distinct subject_number)) from customers.source_record
    union all select 'contact_point', row(count(*), sum(hashtextextended(concat_ws('|', kind, value, normalised), 0)))
        from customers.contact_point
    union all select 'attribute_value', row(count(*), sum(number_value)) from customers.attribute_value
    union all select 'attribute_current', row(count(*), sum(number_value)) from customers.attribute_current
    union all select 'subject_link', row(count(*), count(distinct customer_number)) from customers.subject_link
    union all select 'subject_link_log', row(count(*), count(distinct customer_number)) from customers.subject_link_log
    union all select 'evidence', row(count(*), sum(hashtextextended(concat_ws('|', channel, purpose_id, action, address), 0)))
        from consent.evidence
    union all select 'state', row(count(*), count(*) filter (where granted)) from consent.state
    union all select 'orders', row(count(*), sum(hashtextextended(concat_ws('|', external_id, placed_at, status, total_minor,
        revenue_minor), 0))) from commerce.orders
    union all select 'buyers', row(count(*), sum(hashtextextended(concat_ws('|', external_id, value), 0)))
        from commerce.orders o join collect.subject s on s.number = o.subject_number
    union all select 'order_status_history', row(count(*), sum(hashtextextended(concat_ws('|', status, at), 0)))
        from commerce.order_status_history
), theirs (name, content) as (
    select 'subject', row(count(*), sum(hashtextextended(kind || '|' || space || '|' || value, 0))) from baseline.subject
    union all select 'customer', row(count(*), sum(hashtextextended(concat_ws('|', given_name, family_name, full_name, email, phone,
        city, country, birth_date, created_at), 0))) from baseline.customer
    union all select 'source_record', row(count(*), count(distinct subject_number)) from baseline.source_record
    union all select 'contact_point', row(count(*), sum(hashtextextended(concat_ws('|', kind, value, normalised), 0)))
        from baseline.contact_point
    union all select 'attribute_value', row(count(*), sum(number_value)) from baseline.attribute_value
    union all select 'attribute_current', row(count(*), sum(number_value)) from baseline.attribute_current
    union all select 'subject_link', row(count(*), count(distinct customer_number)) from baseline.subject_link
    union all select 'subject_link_log', row(count(*), count(distinct customer_number)) from baseline.subject_link_log
    union all select 'evidence', row(count(*), sum(hashtextextended(concat_ws('|', channel, purpose_id, action, address), 0)))
        from baseline.evidence
    union all select 'state', row(count(*), count(*) filter (where granted)) from baseline.state
    union all select 'orders', row(count(*), sum(hashtextextended(concat_ws('|', external_id, placed_at, status, total_minor,
        revenue_minor), 0))) from baseline.orders
    union all select 'buyers', row(count(*), sum(hashtextextended(concat_ws('|', external_id, value), 0)))
        from baseline.orders o join baseline.subject s on s.number = o.subject_number
    union all select 'order_status_history', row(count(*), sum(hashtextextended(concat_ws('|', status, at), 0)))
        from baseline.order_status_history
)
select string_agg(name || ' ' || ours.content::text || ' ' || theirs.content::text, ', ')
from ours join theirs using (name) where ours.content::text <> theirs.content::text;
