-- Brought at least 300.00 in all, 80.00 by order.
select count(*) filter (where much and dear) as total,
    count(*) as base,
    count(*) filter (where much) as "0",
    count(*) filter (where dear) as "1"
from (
    select coalesce(o.revenue >= 30000, false) as much, coalesce(o.revenue >= 8000 * o.orders, false) as dear
    from customers.customer as c
    left join (
        select customer_number, count(*) as orders, sum(revenue_base_minor) as revenue
        from commerce.orders
        where placed_at <= timestamptz '${asOf}' and status in ('new', 'paid', 'shipped', 'delivered', 'completed')
        group by customer_number
    ) as o on o.customer_number = c.number
    where c.state = 'active') as people
