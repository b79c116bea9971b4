-- Which imports changed an order after it was made: such an order is not taken back with the import that made it.
create table commerce.order_touch (
    order_number bigint not null references commerce.orders,
    import_id    uuid   not null,
    primary key (order_number, import_id)
);
create index order_touch_import on commerce.order_touch (import_id);
