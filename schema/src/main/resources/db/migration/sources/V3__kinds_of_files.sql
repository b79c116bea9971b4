-- More kinds of files.
alter table sources.import drop constraint import_kind_check;
alter table sources.import add constraint import_kind_check
    check (kind in ('customers', 'products', 'orders', 'lines', 'payments', 'suppressions'));
create index file_header on sources.file (md5(header::text));
