-- A record that was taken back stays, and nothing is read from it any more.
alter table customers.source_record add column undone_at timestamptz;
-- Of a removed customer nothing is known; the number is never used again.
alter table customers.customer drop constraint customer_state_check;
alter table customers.customer add constraint customer_state_check check (state in ('active', 'merged', 'erased', 'removed'));
