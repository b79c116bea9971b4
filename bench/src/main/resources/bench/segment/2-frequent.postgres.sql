select count(*) filter (where city and frequent) as total,
    count(*) as base,
    count(*) filter (where city) as "0",
    count(*) filter (where frequent) as "1"
from (
    select c.city in ('city_7', 'city_8', 'city_9') as city, coalesce(o.orders >= 3, false) as frequent
    from customers.customer as c
    left join (
        select l.customer_number, count(*) as orders
        from commerce.orders join customers.subject_link as l using (subject_number)
        where placed_at >= timestamptz '${asOf}' - interval '90 days' and placed_at <= timestamptz '${asOf}'
            and status in ('new', 'paid', 'shipped', 'delivered', 'completed')
        group by l.customer_number
    ) as o on o.customer_number = c.number
    where c.state = 'active') as people
