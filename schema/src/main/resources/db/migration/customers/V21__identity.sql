-- By what people are recognised. One row.
create table customers.identity_rule (
    one            boolean primary key default true check (one),
    by_email       boolean not null default true,
    by_phone       boolean not null default true,
    phone_first    boolean not null default false,
    names_agree    boolean not null default true,
    recycled_after int     not null default 12 check (recycled_after between 0 and 120)
);
comment on column customers.identity_rule.names_agree is 'An address recognises nobody whose name contradicts the record''s.';
comment on column customers.identity_rule.recycled_after is
    'Months after which a number that nobody confirmed recognises nobody of another name; 0 for never.';
insert into customers.identity_rule default values;

alter table customers.source add column recognises boolean not null default true;
comment on column customers.source.recognises is 'Its addresses recognise people of other sources; else only its own ids do.';

-- Two who may be one person, or one who may be two: what no rule decides, people do.
create table customers.identity_doubt (
    id            uuid        primary key,
    first_number  int         not null references customers.customer,
    second_number int         not null references customers.customer check (second_number <> first_number),
    why           text        not null check (why in ('name', 'recycled', 'keys', 'visitor', 'alias')),
    source_id     int         not null references customers.source,
    found_at      timestamptz not null,
    settled_at    timestamptz,
    settled_by    text
);
comment on column customers.identity_doubt.why is
    'One address, contradicting names; a number long unconfirmed, another name; an e-mail of one and a phone of the other;'
    ' a visitor of both; ids that a program calls the same.';
create unique index identity_doubt_pair on customers.identity_doubt (first_number, second_number, why);
create index identity_doubt_open on customers.identity_doubt (found_at desc, id) where settled_at is null;

-- Whose word counts for a field where sources contradict one another; without a row the latest does.
create table customers.field_rule (
    field   text  primary key,
    sources int[] not null check (cardinality(sources) between 1 and 50)
);
comment on column customers.field_rule.sources is
    'The first that says something is shown; then the latest of the others. What we wrote by hand comes before all.';
