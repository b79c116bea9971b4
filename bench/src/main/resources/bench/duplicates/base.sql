-- A base of ${customers} people, one in ten a second record of one before: another spelling, a slip, a moved mailbox. Names
-- have a heavy tail, a third of them are Cyrillic and one in twenty is Chinese. Every value comes from a hash of its
-- row's number, so each run makes the same base.

-- step: functions
create function pg_temp.h(n bigint, salt bigint) returns double precision language sql immutable
    as 'select (hashint8extended(n, salt) & 9007199254740991) / 9007199254740992.0::float8';
create function pg_temp.pick(words text[], at double precision) returns text language sql immutable
    as 'select words[1 + floor(at * cardinality(words))::int]';

-- step: settings
set local work_mem = '256MB'; set local maintenance_work_mem = '1GB';
update access.organisation set company = 'Bench', configured = true;
insert into customers.source (id, code, name, kind, created_at) values (1, 'bench', 'Bench', 'import', '2024-01-01Z');

-- step: people
create temp table person on commit drop as
with origin as (
    select n, case when n > ${customers} * 0.9 then n - (${customers} * 0.9)::int else n end as who,
        n > ${customers} * 0.9 as again
    from generate_series(1, ${customers}) as n)
select n, who, again,
    case when pg_temp.h(who, 1) < 0.33 then 'cyrillic' when pg_temp.h(who, 1) < 0.38 then 'chinese' else 'latin' end as script,
    pow(pg_temp.h(who, 2), 2) as g, pow(pg_temp.h(who, 3), 1.6) as f, pg_temp.h(who, 4) as f2,
    pg_temp.h(who, 5) as b, pow(pg_temp.h(who, 6), 2) as c, pg_temp.h(n, 7) as slip
from origin;

create temp table named on commit drop as
select *,
    case script
        when 'cyrillic' then pg_temp.pick(array['Олександр','Наталія','Сергій','Олена','Андрій','Ірина','Дмитро','Тетяна','Юрій','Світлана',
            'Володимир','Людмила','Михайло','Оксана','Іван','Марія','Богдан','Юлія','Тарас','Ганна','Роман','Вікторія','Максим','Катерина',
            'Ярослав','Софія','Назар','Дарина','Остап','Соломія','Павло','Любов','Віталій','Надія','Євген','Зоя'], g)
        when 'chinese' then pg_temp.pick(array['伟','芳','娜','秀英','敏','静','丽','强','磊','军','洋','勇','艳','杰','娟','涛','明','超','秀兰','霞','平','刚','桂英'], g)
        else pg_temp.pick(array['James','Mary','Robert','Patricia','John','Jennifer','Michael','Linda','David','Elizabeth','William','Barbara',
            'Richard','Susan','Joseph','Jessica','Thomas','Sarah','Charles','Karen','Daniel','Lisa','Matthew','Nancy','Anthony','Betty',
            'Mark','Sandra','Paul','Ashley','Steven','Emily','Andrew','Donna','Kenneth','Michelle','Joshua','Carol','Kevin','Amanda',
            'Brian','Melissa','George','Deborah','Timothy','Stephanie','Ronald','Rebecca','Jason','Laura'], g)
    end as given,
    case script
        when 'cyrillic' then pg_temp.pick(array['Шевч','Коваль','Бондар','Ткач','Крав','Мельн','Поліщ','Лис','Гончар','Мороз','Руд','Савч','Петр',
            'Литвин','Клим','Павл','Марч','Сидор','Захар','Федор','Василь','Гриц','Дем','Яким','Тимош','Кузьм','Левч','Панас','Хом','Щерб',
            'Зінч','Юрч','Романч','Гнат','Остап','Вовк','Жук','Цимб','Стець','Явор','Бабич','Дорош','Куліш','Мазур','Назар','Онищ'], f)
            || pg_temp.pick(array['енко','ук','чук','ик','ський','ів','ець','юк','аренко','івський','ченко','як'], f2)
        when 'chinese' then pg_temp.pick(array['王','李','张','刘','陈','杨','黄','赵','吴','周','徐','孙','马','朱','胡','郭','何','林','高','罗','欧阳'], f)
        else pg_temp.pick(array['Ander','Black','Carl','Daw','Ell','Fair','Grant','Hart','Ing','Jack','Kirk','Lang','Mar','Nor','Old','Park',
            'Quin','Rich','Stan','Thorn','Under','Vaugh','Whit','York','Ash','Brad','Clay','Dun','East','Ford','Glen','Hale','Hol','Kings',
            'Lind','Mill','New','Old','Pres','Rock','Sher','Strat','Tal','Wal','West','Win','Wood','Bar','Cal','Den'], f)
            || pg_temp.pick(array['son','ford','ley','ton','man','well','burn','field','wood','worth','by','den','er','ing','more','ridge',
            'shaw','stead','ville','land','holm','gate','croft','bury','ham'], f2)
    end as family
from person;

create temp table spelt on commit drop as
select n, who, again,
    -- one in three second records is written in Latin letters, one in four has a slip
    case when again and script = 'cyrillic' and slip < 0.33 then translate(given, 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЮЯІЇЄабвгдежзийклмнопрстуфхцчшщьюяіїє',
        'ABVHDEZZYIKLMNOPRSTUFHCCSS''UAIIEabvhdezzyiklmnoprstufhccss''uaiie')
        else given end as given,
    case when again and slip between 0.5 and 0.75 and length(family) > 4
        then overlay(family placing substr(family, 4, 1) || substr(family, 3, 1) from 3 for 2) else family end as family,
    '1945-01-01'::date + floor(22000 * b)::int + case when again and slip between 0.8 and 0.9 then 1 else 0 end as birth,
    'city_' || floor(300 * c)::int as city,
    case when again and slip < 0.5 then 'second' || who || '@example.invalid' else 'c' || who || '@example.invalid' end as email,
    '+38050' || lpad((case when again and slip between 0.4 and 0.8 then who + 3000000 else who end)::text, 7, '0') as phone
from named;

-- step: customers
insert into collect.subject (number, kind, space, value, first_seen)
select n, 'external', 'bench', n::text, '2024-01-01Z' from generate_series(1, ${customers}) as n;
insert into customers.customer (number, id, given_name, family_name, full_name, email, phone, language, country, city, birth_date,
    first_source_id, created_at, updated_at)
select n, gen_random_uuid(), given, family, given || ' ' || family, email, phone, 'uk', 'UA', city,
    case when pg_temp.h(n, 8) < 0.7 then birth end, 1, '2024-01-01Z', '2024-01-01Z'
from spelt;
insert into customers.subject_link (subject_number, customer_number, linked_at)
select n, n, '2024-01-01Z' from generate_series(1, ${customers}) as n;

-- step: contacts
insert into customers.contact_point (subject_number, source_id, kind, value, normalised, first_seen_at, confirmed_at)
select n, 1, 'email', email, email, '2024-01-01Z', '2024-01-01Z' from spelt where pg_temp.h(n, 9) < 0.85
union all
select n, 1, 'phone', phone, phone, '2024-01-01Z', '2024-01-01Z' from spelt where pg_temp.h(n, 10) < 0.6;
