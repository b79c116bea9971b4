-- In another segment (women with three views in 30 days), and of one city.
select count(*) filter (where inner_one and city) as total,
    count(*) as base,
    count(*) filter (where inner_one) as "0",
    count(*) filter (where city) as "1"
from (
    select c.sex = 'female' and coalesce(v.times >= 3, false) as inner_one, c.city in ('city_1', 'city_2', 'city_3') as city
    from customers.customer as c
    left join (
        select customer_number, count(*) as times from collect.event
        where type = 'view' and occurred_at >= timestamptz '${asOf}' - interval 30 days and occurred_at <= timestamptz '${asOf}'
        group by customer_number
    ) as v on v.customer_number = c.number
    where c.state = 'active') as people
