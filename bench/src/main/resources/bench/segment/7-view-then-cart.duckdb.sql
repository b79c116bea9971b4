-- A view and within an hour of it something put into the cart, the view in the last 30 days.
select count(*) filter (where carted and near) as total,
    count(*) as base,
    count(*) filter (where carted) as "0",
    count(*) filter (where near) as "1"
from (
    select s.customer_number is not null as carted, c.country in ('UA', 'PL') as near
    from customers.customer as c
    left join (
        select distinct v.customer_number
        from (select customer_number, occurred_at as at from collect.event
        where type = 'view' and occurred_at <= timestamptz '${asOf}'
            and occurred_at >= timestamptz '${asOf}' - interval 30 days) as v
        join (select customer_number, occurred_at as at from collect.event
        where type = 'cart' and occurred_at <= timestamptz '${asOf}'
            and occurred_at >= timestamptz '${asOf}' - interval 30 days) as k
            on k.customer_number = v.customer_number and k.at > v.at and k.at <= v.at + interval '60 minutes'
    ) as s on s.customer_number = c.number
    where c.state = 'active') as people
