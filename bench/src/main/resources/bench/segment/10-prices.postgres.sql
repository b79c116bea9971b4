select count(*) filter (where dear and female) as total,
    count(*) as base,
    count(*) filter (where dear) as "0",
    count(*) filter (where female) as "1"
from (
    select coalesce(v.price >= 200, false) as dear, c.sex = 'female' as female
    from customers.customer as c
    left join (
        select l.customer_number, sum((properties ->> 'price')::double precision) as price from collect.event join customers.subject_link as l using (subject_number)
        where type = 'click' and occurred_at >= timestamptz '${asOf}' - interval '90 days' and occurred_at <= timestamptz '${asOf}'
        group by l.customer_number
    ) as v on v.customer_number = c.number
    where c.state = 'active') as people
