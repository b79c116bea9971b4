-- The stages of the life cycle are dated like thresholds: the newest are in force, the older ones stay.
alter table insight.scheme drop constraint scheme_kind_check;
alter table insight.scheme add constraint scheme_kind_check check (kind in ('rfm', 'matrix', 'lifecycle'));
