-- Several people turn out to be one. Their records stay as they are: the links say whose they count as now, and of whom
-- they would be had nobody been merged, so that every merge can be taken back at any later time.
alter table customers.customer add column merged_into int references customers.customer;
comment on column customers.customer.merged_into is 'Whom this one was found to be, directly; that one may be merged too.';
create index customer_merged on customers.customer (merged_into) where merged_into is not null;

alter table customers.subject_link add column home_number int;
comment on column customers.subject_link.home_number is
    'Whose it would be without any merge, where that is another one than customer_number.';
create index subject_link_home on customers.subject_link (home_number) where home_number is not null;

create table customers.merge (
    id           uuid        primary key,
    kept_number  int         not null references customers.customer,
    other_number int         not null references customers.customer check (other_number <> kept_number),
    cause        text        not null check (cause in ('hand', 'duplicates', 'identity')),
    score        numeric,
    explanation  jsonb       not null default '{}',
    actor        text        not null,
    moved        bigint[]    not null,
    owner_taken  uuid,
    merged_at    timestamptz not null,
    undone_at    timestamptz,
    undone_by    text
);
comment on column customers.merge.moved is 'The subjects that counted as the other one then.';
comment on column customers.merge.owner_taken is 'Whose customer the kept one became by it: the other''s, where the kept had nobody.';
create unique index merge_other on customers.merge (other_number) where undone_at is null;
create index merge_kept on customers.merge (kept_number);
create index merge_of_other on customers.merge (other_number);
