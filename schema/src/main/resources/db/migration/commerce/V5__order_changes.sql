-- What imports of orders changed of orders that were there is kept as the rest is.
alter table commerce.import_change
    drop constraint import_change_kind_check,
    add constraint import_change_kind_check
        check (kind in ('line', 'shipping', 'payment', 'refund', 'order', 'total', 'method', 'product'));
