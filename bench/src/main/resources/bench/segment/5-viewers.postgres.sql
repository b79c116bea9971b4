select count(*) filter (where keen and consent) as total,
    count(*) as base,
    count(*) filter (where keen) as "0",
    count(*) filter (where consent) as "1"
from (
    select coalesce(v.times >= 3, false) as keen, coalesce(s.granted, false) as consent
    from customers.customer as c
    left join (
        select l.customer_number, count(*) as times from collect.event join customers.subject_link as l using (subject_number)
        where type = 'view' and occurred_at >= timestamptz '${asOf}' - interval '90 days' and occurred_at <= timestamptz '${asOf}'
        group by l.customer_number
    ) as v on v.customer_number = c.number
    left join (
        select l.customer_number,
            coalesce(not bool_or(not granted)
                or max(given_at) filter (where granted and not imported) > max(given_at) filter (where not granted), false)
                as granted
        from consent.state join customers.subject_link as l using (subject_number)
        where channel = 'email' and purpose_id = (select id from consent.purpose where code = 'marketing')
        group by l.customer_number
    ) as s on s.customer_number = c.number
    where c.state = 'active') as people
