-- What the company says of a field of its own: why it is kept, for how long, how delicate it is, in which order it stands.
alter table customers.attribute
    add column position       int         not null default 0,
    add column purpose        text        not null default '',
    add column retention_days int         check (retention_days > 0),
    add column sensitivity    text        not null default 'ordinary' check (sensitivity in ('ordinary', 'personal', 'special')),
    add column options        jsonb       not null default '[]',
    add column archived_at    timestamptz;
comment on column customers.attribute.retention_days is 'Days after which a value is removed; null for ever.';
comment on column customers.attribute.options is 'Codes with their names by language, of which a choice has one and a list any number.';
alter table customers.attribute drop constraint attribute_type_check;
alter table customers.attribute
    add constraint attribute_type_check check (type in ('text', 'number', 'boolean', 'date', 'instant', 'choice', 'list'));
