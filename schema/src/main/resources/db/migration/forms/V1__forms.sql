-- A form as it is edited. What visitors see is its published version.
create table forms.form (
    id          uuid primary key,
    slug        text        not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    name        text        not null,
    draft       jsonb       not null,
    revision    int         not null default 1,
    published   int,
    archived_at timestamptz,
    created_at  timestamptz not null,
    changed_at  timestamptz not null
);
comment on column forms.form.slug is 'Part of its address and the name of its source: it never changes.';
comment on column forms.form.revision is 'Counts the changes of the draft, so that two editors do not overwrite each other.';
comment on column forms.form.published is 'The version that visitors get; null while there is none.';

-- What visitors saw: appended, never changed, for submissions name it.
create table forms.version (
    form_id      uuid        not null references forms.form,
    version      int         not null,
    definition   jsonb       not null,
    actor        text        not null,
    published_at timestamptz not null,
    primary key (form_id, version)
);

-- What somebody filled in, word for word.
create table forms.submission (
    id             uuid primary key,
    form_id        uuid        not null,
    version        int         not null,
    key            uuid        not null unique,
    answers_hash   uuid        not null,
    answers        jsonb       not null,
    consents       jsonb       not null,
    language       text        not null,
    via            text        not null check (via in ('hosted', 'plain', 'site', 'paper')),
    page           text,
    subject_number bigint,
    outcome        text        not null check (outcome in ('created', 'known', 'erased')),
    at             timestamptz not null,
    foreign key (form_id, version) references forms.version
);
comment on column forms.submission.key is 'Of the page that was filled in: the same page counts once.';
comment on column forms.submission.subject_number is 'Whose it is; null of somebody who was erased before.';
create index submission_newest on forms.submission (form_id, at desc, id desc);
create index submission_subject on forms.submission (subject_number) where subject_number is not null;

-- An address that is to say itself that it wants what a form asked for.
create table forms.confirmation (
    id             uuid primary key,
    submission_id  uuid        not null references forms.submission,
    subject_number bigint      not null,
    address        text        not null,
    wanted_at      timestamptz not null,
    letter_at      timestamptz,
    confirmed_at   timestamptz
);
comment on column forms.confirmation.letter_at is 'When the letter was put before the gate, which may have refused it.';
create index confirmation_unsent on forms.confirmation (wanted_at) where letter_at is null;
create index confirmation_subject on forms.confirmation (subject_number, wanted_at);
create index confirmation_submission on forms.confirmation (submission_id);

-- Views, beginnings, ends and refusals, counted; nothing in it is about anybody.
create table forms.tally (
    form_id uuid   not null,
    version int    not null,
    day     date   not null,
    what    text   not null check (what in ('view', 'start', 'submit', 'plain', 'left', 'refused')),
    detail  text   not null default '',
    count   bigint not null,
    primary key (form_id, version, day, what, detail),
    foreign key (form_id, version) references forms.version
);
comment on column forms.tally.detail is 'The field that was left last, or why a submission was refused.';
