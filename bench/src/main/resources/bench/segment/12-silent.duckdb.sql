-- Visited in the last year and not in the last 60 days.
select count(*) filter (where came and not came_lately) as total,
    count(*) as base,
    count(*) filter (where came) as "0",
    count(*) filter (where not came_lately) as "1",
    count(*) filter (where came_lately) as "1.0"
from (
    select v.last is not null as came, coalesce(v.last >= timestamptz '${asOf}' - interval 60 days, false) as came_lately
    from customers.customer as c
    left join (
        select customer_number, max(occurred_at) as last from collect.event
        where type = 'visit' and occurred_at >= timestamptz '${asOf}' - interval 365 days and occurred_at <= timestamptz '${asOf}'
        group by customer_number
    ) as v on v.customer_number = c.number
    where c.state = 'active') as people
