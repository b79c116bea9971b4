select count(*) filter (where lover and not recent) as total,
    count(*) as base,
    count(*) filter (where lover) as "0",
    count(*) filter (where not recent) as "1",
    count(*) filter (where recent) as "1.0"
from (
    select coalesce(coffee.revenue >= 20000, false) as lover, coalesce(late.orders >= 1, false) as recent
    from customers.customer as c
    left join (
        select k.customer_number,
            sum(case when o.total_minor = o.shipping_minor then 0
                else div(l.amount * o.revenue_base_minor, o.total_minor - o.shipping_minor) end) as revenue
        from commerce.orders as o
        join customers.subject_link as k using (subject_number)
        join (
            select order_number, sum(amount_minor) as amount from commerce.order_line
            where product_number in (select number from commerce.product where category = 'Coffee')
            group by order_number
        ) as l on l.order_number = o.number
        where o.placed_at >= timestamptz '${asOf}' - interval '365 days' and o.placed_at <= timestamptz '${asOf}'
            and o.status in ('new', 'paid', 'shipped', 'delivered', 'completed')
        group by k.customer_number
    ) as coffee on coffee.customer_number = c.number
    left join (
        select k.customer_number, count(*) as orders
        from commerce.orders join customers.subject_link as k using (subject_number)
        where placed_at >= timestamptz '${asOf}' - interval '60 days' and placed_at <= timestamptz '${asOf}'
            and status in ('new', 'paid', 'shipped', 'delivered', 'completed')
        group by k.customer_number
    ) as late on late.customer_number = c.number
    where c.state = 'active') as people
