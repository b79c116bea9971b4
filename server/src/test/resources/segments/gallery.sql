-- Each example of the gallery a second time, by hand, on PostgreSQL's own tables. :now is the moment, :zone the zone of
-- days, :category the most frequent one.

-- newCustomers
select count(*) from buyer where first_day between today - 30 and today
-- birthdaySoon
select count(*) from customers.customer c, moment
where c.state = 'active' and exists (
    select from generate_series(today, today + 7, interval '1 day') held
    where extract(year from held) > extract(year from c.birth_date)
      and held::date = (c.birth_date + make_interval(years => (extract(year from held) - extract(year from c.birth_date))::int))::date)
-- regulars
select count(*) from buyer where last_365 >= 3
-- yearsWithUs
select count(*) from buyer where exists (
    select from generate_series(today, today + 7, interval '1 day') held
    where extract(year from held) > extract(year from first_day)
      and held::date = (first_day + make_interval(years => (extract(year from held) - extract(year from first_day))::int))::date)
-- onceAndGone
select count(*) from buyer where orders = 1 and today - last_day >= 90
-- bestAtRisk
select count(*) from buyer where orders >= 5 and today - last_day >= 60
-- neverBought
select count(*) from customers.customer c
where c.state = 'active' and not exists (select from buyer where buyer.person = c.number)
  and exists (select from customers.contact_point p join customers.subject_link l using (subject_number)
              where l.customer_number = c.number and p.kind = 'email' and p.validity <> 'invalid')
  and exists (select from consent.state s join customers.subject_link l using (subject_number)
              where l.customer_number = c.number and s.channel = 'email' and s.granted
                and s.purpose_id = (select id from consent.purpose where code = 'marketing'))
-- readsButDoesNotBuy
select count(*) from opener left join buyer using (person) where coalesce(last_30, 0) = 0
-- noSecondOrder
select count(distinct one.person) from sale one, moment
where one.day between today - 365 and today and one.at + interval '60 days' <= :now
  and not exists (select from sale other
                  where other.person = one.person and other.at > one.at and other.at <= one.at + interval '60 days')
-- categoryLapsed
select count(*) from opener join buyer using (person)
where last_90 = 0 and 2 <= (
    select count(distinct s.number) from sale s, moment, commerce.order_line line, commerce.product product
    where s.person = opener.person and s.day between today - 365 and today and line.order_number = s.number
      and product.number = line.product_number
      and (product.category = :category or starts_with(product.category, :category || ' > ')))
