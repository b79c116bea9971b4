select count(*) filter (where devoted and female) as total,
    count(*) as base,
    count(*) filter (where devoted) as "0",
    count(*) filter (where female) as "1"
from (
    select coalesce(v.times >= 10, false) as devoted, c.sex = 'female' as female
    from customers.customer as c
    left join (
        select l.customer_number, count(*) as times from collect.event join customers.subject_link as l using (subject_number)
        where type = 'view' and occurred_at <= timestamptz '${asOf}'
        group by l.customer_number
    ) as v on v.customer_number = c.number
    where c.state = 'active') as people
