-- The least that taking in the same files can cost: staging as text, then tables like ours with all their indexes.
drop schema if exists baseline cascade;
create schema baseline;
create table baseline.customer_row (id text, email text, phone text, given_name text, family_name text, city text,
    country text, birth_date text, created_at text, shoe_size text, email_consent text);
create table baseline.order_row (order_id text, customer_id text, placed_at text, status text, total text);
create table baseline.subject (like collect.subject including all);
create table baseline.source_record (like customers.source_record including all);
create table baseline.customer (like customers.customer including all);
create table baseline.subject_link (like customers.subject_link including all);
create table baseline.subject_link_log (like customers.subject_link_log including all);
create table baseline.contact_point (like customers.contact_point including all);
create table baseline.attribute_value (like customers.attribute_value including all);
create table baseline.attribute_current (like customers.attribute_current including all);
create table baseline.evidence (like consent.evidence including all);
create table baseline.state (like consent.state including all);
create table baseline.orders (like commerce.orders including all);
create table baseline.order_status_history (like commerce.order_status_history including all);
