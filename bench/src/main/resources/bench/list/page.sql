-- A page of the list as one would write it by hand: 51 rows from a key on, with what the list shows of each.
select coalesce(json_agg(row_to_json(page)), '[]')
from (
    select c.id, c.full_name, c.email, c.phone, c.language, c.country, c.region, c.city, c.district,
        c.birth_date, c.sex, c.created_at,
        (select json_build_object('source', s.space, 'value', s.value)
            from customers.subject_link l join collect.subject s on s.number = l.subject_number
            where l.customer_number = c.number order by s.number limit 1) as external_id,
        (select json_object_agg(a.key, coalesce(v.text_value, v.number_value::text, v.boolean_value::text))
            from customers.subject_link l join customers.attribute_current v on v.subject_number = l.subject_number
            join customers.attribute a on a.id = v.attribute_id where l.customer_number = c.number) as attributes
    from customers.customer c where c.state = 'active' and c.number < ? order by c.number desc limit 51) as page
