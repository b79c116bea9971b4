-- Paper forms while they are typed in: a pile with its totals, and its sheets, each read by two people.
create table forms.paper_batch (
    id            uuid primary key,
    form_id       uuid        not null,
    version       int         not null,
    name          text        not null,
    expected      int         not null check (expected between 1 and 1000),
    control_field text,
    control_sum   numeric,
    created_at    timestamptz not null,
    done_at       timestamptz,
    foreign key (form_id, version) references forms.version
);
comment on column forms.paper_batch.expected is 'How many sheets somebody counted.';
comment on column forms.paper_batch.control_sum is 'What somebody added up of the number field that control_field names.';
create index paper_batch_form on forms.paper_batch (form_id, id desc);

create table forms.paper_sheet (
    id        uuid primary key,
    batch_id  uuid not null references forms.paper_batch,
    number    int  not null check (number between 1 and 1000),
    first     jsonb not null,
    second    jsonb,
    settled   jsonb,
    scan_name text,
    scan      bytea,
    unique (batch_id, number)
);
comment on table forms.paper_sheet is 'Gone once its pile is in the base: its answers are a submission then, and its scan a file of the customer.';
