-- Grants that came with these imports count for nothing; withdrawals stay.
create table consent.undone_import (
    import_id uuid primary key,
    undone_at timestamptz not null
);
