-- As sources of customers are: not looked up for every order.
create trigger keep before delete or update on commerce.order_status for each row execute function customers.keep_spoken_of(
    'code', 'commerce.orders', 'status');
alter table commerce.orders drop constraint orders_status_fkey;
