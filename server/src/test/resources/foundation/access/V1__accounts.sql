create table access.account (
    id                   uuid        primary key,
    email                text        not null,
    name                 text        not null,
    password_hash        text        not null,
    must_change_password boolean     not null,
    language             text        not null default 'en' check (language in ('en', 'ru', 'uk', 'zh')),
    theme                text        not null default 'system' check (theme in ('system', 'light', 'dark')),
    created_at           timestamptz not null
);
create unique index account_email on access.account (lower(email));

-- Failed sign-ins, known address or not, so that the answer does not tell which addresses exist.
create table access.sign_in_failure (
    email_hash   bytea       primary key,
    failures     int         not null,
    slowed_until timestamptz not null,
    last_at      timestamptz not null
);
create index sign_in_failure_last on access.sign_in_failure (last_at);

create table access.api_key (
    id           uuid        primary key,
    name         text        not null,
    prefix       text        not null,
    hash         bytea       not null unique,
    created_by   text        not null,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create table access.organisation (
    one        boolean primary key default true check (one),
    company    text    not null default '',
    zone       text    not null default 'UTC',
    currency   text    not null default 'USD',
    language   text    not null default 'en' check (language in ('en', 'ru', 'uk', 'zh')),
    configured boolean not null default false
);
insert into access.organisation default values;

-- The one secret all keys are derived from; written once by the first start.
create table access.secret (
    one   boolean primary key default true check (one),
    value bytea   not null
);

create table access.idempotent_response (
    key_hash     bytea       primary key,
    request_hash bytea       not null,
    status       int         not null,
    content_type text,
    location     text,
    body         bytea       not null,
    created_at   timestamptz not null
);
comment on column access.idempotent_response.key_hash is 'Of the key, the actor and the route together.';
create index idempotent_response_created on access.idempotent_response (created_at);

create table access.audit_entry (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    action  text        not null,
    subject text        not null,
    details jsonb       not null default '{}',
    address text
);
create index audit_entry_at on access.audit_entry (at);

create function access.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only';
end $$;
create trigger append_only before update or delete on access.audit_entry
    for each row execute function access.refuse_change();
create trigger append_only_truncate before truncate on access.audit_entry
    for each statement execute function access.refuse_change();

-- The tables Spring Session wants, in our schema.
create table access.spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_id on access.spring_session (session_id);
create index spring_session_expiry on access.spring_session (expiry_time);
create index spring_session_principal on access.spring_session (principal_name);

create table access.spring_session_attributes (
    session_primary_id char(36)     not null references access.spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
