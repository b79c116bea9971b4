create table content.template (
    id         uuid primary key,
    version    int         not null,
    name       text        not null,
    archived   boolean     not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
comment on column content.template.version is 'The last one; a campaign keeps the version it was launched with.';

-- What an author saved, word for word; appended, never changed, so that a mail sent can be shown again.
create table content.template_version (
    template_id uuid        not null references content.template,
    version     int         not null,
    name        text        not null,
    type        text        not null check (type in ('promotion', 'digest', 'greeting', 'reactivation', 'service')),
    language    text        not null,
    subject     text        not null,
    preheader   text        not null,
    format      text        not null check (format in ('html', 'mjml')),
    body        text        not null,
    text_body   text,
    author      text        not null,
    created_at  timestamptz not null,
    primary key (template_id, version)
);
