-- As sources of customers are: not looked up for every row.
create trigger keep before delete or update on consent.purpose for each row execute function customers.keep_spoken_of(
    'id', 'consent.evidence', 'purpose_id', 'consent.state', 'purpose_id');
alter table consent.evidence drop constraint evidence_purpose_id_fkey;
alter table consent.state drop constraint state_purpose_id_fkey;
