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
        select l.customer_number,
            coalesce(not bool_or(not granted)
                or max(given_at) filter (where granted and not imported) > max(given_at) filter (where not granted), false)
                as granted
        from consent.state join customers.subject_link as l using (subject_number)
        where channel = 'email' and purpose_id = (select id from consent.purpose where code = 'marketing')
        group by l.customer_number
    ) as s on s.customer_number = c.number
    where c.state = 'active') as people
