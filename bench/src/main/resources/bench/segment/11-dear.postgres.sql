select count(*) filter (where much and dear) as total,
    count(*) as base,
    count(*) filter (where much) as "0",
    count(*) filter (where dear) as "1"
from (
    select coalesce(o.revenue >= 30000, false) as much, coalesce(o.revenue >= 8000 * o.orders, false) as dear
    from customers.customer as c
    left join (
        select l.customer_number, count(*) as orders, sum(revenue_base_minor) as revenue
        from commerce.orders join customers.subject_link as l using (subject_number)
        where placed_at <= timestamptz '${asOf}' and status in ('new', 'paid', 'shipped', 'delivered', 'completed')
        group by l.customer_number
    ) as o on o.customer_number = c.number
    where c.state = 'active') as people
