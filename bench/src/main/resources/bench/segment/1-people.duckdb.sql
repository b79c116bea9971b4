-- People of one country and age who agreed to marketing e-mail. A customer may have several ids, each with its own word:
-- a withdrawal under any of them counts unless a later grant that was not imported follows it.
select count(*) filter (where country and age and consent) as total,
    count(*) as base,
    count(*) filter (where country) as "0",
    count(*) filter (where age) as "1",
    count(*) filter (where consent) as "2"
from (
    select c.country = 'UA' as country,
        c.birth_date between date '1985-01-01' and date '1999-12-31' as age,
        coalesce(s.granted, false) as consent
    from customers.customer as c
    left join (
        select customer_number,
            coalesce(not bool_or(not granted)
                or max(given_at) filter (granted and not imported) > max(given_at) filter (not granted), false) as granted
        from consent.state
        where channel = 'email' and purpose_id = (select id from consent.purpose where code = 'marketing')
        group by customer_number
    ) as s on s.customer_number = c.number
    where c.state = 'active')
