-- Bought coffee for at least 200.00 in a year, and nothing at all for 60 days. An order's revenue is net of refunds and
-- known by order, so coffee has the share of it that its lines have of the goods.
select count(*) filter (where lover and not recent) as total,
    count(*) as base,
    count(*) filter (where lover) as "0",
    count(*) filter (where not recent) as "1",
    count(*) filter (where recent) as "1.0"
from (
    select coalesce(coffee.revenue >= 20000, false) as lover, coalesce(late.orders >= 1, false) as recent
    from customers.customer as c
    left join (
        select o.customer_number,
            sum(case when o.total_minor = o.shipping_minor then 0
                else l.amount::hugeint * o.revenue_base_minor // (o.total_minor - o.shipping_minor) end) as revenue
        from commerce.orders as o
        join (
            select order_number, sum(amount_minor) as amount from commerce.order_line
            where product_number in (select number from commerce.product where category = 'Coffee')
            group by order_number
        ) as l on l.order_number = o.number
        where o.placed_at >= timestamptz '${asOf}' - interval 365 days and o.placed_at <= timestamptz '${asOf}'
            and o.status in ('new', 'paid', 'shipped', 'delivered', 'completed')
        group by o.customer_number
    ) as coffee on coffee.customer_number = c.number
    left join (
        select customer_number, count(*) as orders from commerce.orders
        where placed_at >= timestamptz '${asOf}' - interval 60 days and placed_at <= timestamptz '${asOf}'
            and status in ('new', 'paid', 'shipped', 'delivered', 'completed')
        group by customer_number
    ) as late on late.customer_number = c.number
    where c.state = 'active')
