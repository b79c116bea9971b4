-- At least three views in the last 90 days, of people who agreed to marketing e-mail.
select count(*) filter (where keen and consent) as total,
    count(*) as base,
    count(*) filter (where keen) as "0",
    count(*) filter (where consent) as "1"
from (
    select coalesce(v.times >= 3, false) as keen, coalesce(s.granted, false) as consent
    from customers.customer as c
    left join (
        select customer_number, count(*) as times from collect.event
        where type = 'view' and occurred_at >= timestamptz '${asOf}' - interval 90 days and occurred_at <= timestamptz '${asOf}'
        group by customer_number
    ) as v on v.customer_number = c.number
    left join (
        select customer_number,
            coalesce(not bool_or(not granted)
                or max(given_at) filter (granted and not imported) > max(given_at) filter (not granted), false) as granted
        from consent.state
        where channel = 'email' and purpose_id = (select id from consent.purpose where code = 'marketing')
        group by customer_number
    ) as s on s.customer_number = c.number
    where c.state = 'active') as people
