-- Ten views at least, whenever they were, of women.
select count(*) filter (where devoted and female) as total,
    count(*) as base,
    count(*) filter (where devoted) as "0",
    count(*) filter (where female) as "1"
from (
    select coalesce(v.times >= 10, false) as devoted, c.sex = 'female' as female
    from customers.customer as c
    left join (
        select customer_number, count(*) as times from collect.event
        where type = 'view' and occurred_at <= timestamptz '${asOf}'
        group by customer_number
    ) as v on v.customer_number = c.number
    where c.state = 'active') as people
