-- A withdrawal that somebody of ours wrote down by mistake for many people can be taken back: what held before holds
-- again by its own evidence, and this row says so. It never stands for a consent.
alter table consent.evidence
    drop constraint evidence_action_check,
    add constraint evidence_action_check check (action in ('granted', 'withdrawn', 'undone'));
