-- Whose record told something new of a person last; what we write by hand counts only while no other source spoke.
alter table customers.customer add column last_source_id int references customers.source;

update customers.customer c
set first_source_id = said.first_source_id, last_source_id = said.last_source_id
from (
    select l.customer_number,
           (array_agg(r.source_id order by r.id))[1]                           as first_source_id,
           (array_agg(r.source_id order by s.kind = 'manual', r.id desc))[1] as last_source_id
    from customers.source_record r
    join customers.source s on s.id = r.source_id
    join customers.subject_link l on l.subject_number = r.subject_number
    where r.undone_at is null
    group by l.customer_number) said
where said.customer_number = c.number;
