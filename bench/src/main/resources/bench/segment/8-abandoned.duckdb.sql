-- Something put into the cart in the last 30 days and no call within the two hours after it, of people who may be written to.
select count(*) filter (where abandoned and consent) as total,
    count(*) as base,
    count(*) filter (where abandoned) as "0",
    count(*) filter (where consent) as "1"
from (
    select s.customer_number is not null as abandoned, coalesce(s2.granted, false) as consent
    from customers.customer as c
    left join (
        select distinct k.customer_number
        from (select customer_number, occurred_at as at from collect.event
        where type = 'cart' and occurred_at <= timestamptz '${asOf}'
            and occurred_at >= timestamptz '${asOf}' - interval 30 days) as k
        anti join (select customer_number, occurred_at as at from collect.event
        where type = 'call' and occurred_at <= timestamptz '${asOf}'
            and occurred_at >= timestamptz '${asOf}' - interval 30 days) as p
            on p.customer_number = k.customer_number and p.at > k.at and p.at <= k.at + interval '120 minutes'
        where k.at <= timestamptz '${asOf}' - interval '120 minutes'
    ) as s on s.customer_number = c.number
    left join (
        select customer_number,
            coalesce(not bool_or(not granted)
                or max(given_at) filter (granted and not imported) > max(given_at) filter (not granted), false) as granted
        from consent.state
        where channel = 'email' and purpose_id = (select id from consent.purpose where code = 'marketing')
        group by customer_number
    ) as s2 on s2.customer_number = c.number
    where c.state = 'active') as people
