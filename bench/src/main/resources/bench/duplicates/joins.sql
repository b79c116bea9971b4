-- The pairs that share a block, by keys that are there already: for each person and pass the shortest key whose block
-- has at most ${largest} people; beyond that, pieces of as many.
with sized as (
    select key, count(*) as people from keys group by key
), chosen as (
    select number, place, rung, key, people
    from keys join sized using (key)
    qualify row_number() over (
        partition by number, place
        order by people > ${largest}, case when people > ${largest} then -rung else rung end) = 1
), placed as (
    select number, key, case when people > ${largest}
        then (row_number() over (partition by key order by number, place) - 1) // ${largest} else 0 end as piece
    from chosen
)
select count(*) from (
    select distinct one.number, other.number
    from placed as one join placed as other on one.key = other.key and one.piece = other.piece and one.number < other.number)
