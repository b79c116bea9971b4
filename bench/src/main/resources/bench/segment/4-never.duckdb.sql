-- Have ever bought coffee and never a book.
select count(*) filter (where coffee and not book) as total,
    count(*) as base,
    count(*) filter (where coffee) as "0",
    count(*) filter (where not book) as "1",
    count(*) filter (where book) as "1.0"
from (
    select coffee.customer_number is not null as coffee, book.customer_number is not null as book
    from customers.customer as c
    left join (
        select distinct o.customer_number
        from commerce.orders as o
        join commerce.order_line as l on l.order_number = o.number
        where l.product_number in (select number from commerce.product where category = 'Coffee')
            and o.placed_at <= timestamptz '${asOf}' and o.status in ('new', 'paid', 'shipped', 'delivered', 'completed')
    ) as coffee on coffee.customer_number = c.number
    left join (
        select distinct o.customer_number
        from commerce.orders as o
        join commerce.order_line as l on l.order_number = o.number
        where l.product_number in (select number from commerce.product where category = 'Books')
            and o.placed_at <= timestamptz '${asOf}' and o.status in ('new', 'paid', 'shipped', 'delivered', 'completed')
    ) as book on book.customer_number = c.number
    where c.state = 'active') as people
