-- At least three orders in the last 90 days, in three cities.
select count(*) filter (where city and frequent) as total,
    count(*) as base,
    count(*) filter (where city) as "0",
    count(*) filter (where frequent) as "1"
from (
    select c.city in ('city_7', 'city_8', 'city_9') as city, coalesce(o.orders >= 3, false) as frequent
    from customers.customer as c
    left join (
        select customer_number, count(*) as orders from commerce.orders
        where placed_at >= timestamptz '${asOf}' - interval 90 days and placed_at <= timestamptz '${asOf}'
            and status in ('new', 'paid', 'shipped', 'delivered', 'completed')
        group by customer_number
    ) as o on o.customer_number = c.number
    where c.state = 'active')
