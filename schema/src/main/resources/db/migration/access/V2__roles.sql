-- A built-in role has neither a name nor permissions of its own: the screens say the one, the product the other.
create table access.role (
    id          text        primary key,
    name        text,
    permissions text[],
    created_at  timestamptz,
    check ((name is null) = (permissions is null))
);
create unique index role_name on access.role (lower(name));
insert into access.role (id) values ('owner'), ('marketer'), ('sales'), ('analyst'), ('viewer');

-- Who is there already made the installation.
alter table access.account
    add column role            text not null default 'owner' references access.role,
    add column deactivated_at  timestamptz,
    add column last_sign_in_at timestamptz;
alter table access.account alter column role drop default;
create index account_role on access.account (role);

-- Who comes is kept until the link is used or taken back; the link itself only as its hash.
create table access.invitation (
    id         uuid        primary key,
    email      text        not null,
    role       text        not null references access.role,
    token_hash bytea       not null unique,
    invited_by uuid        not null references access.account,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create unique index invitation_email on access.invitation (lower(email));

-- A key from before had every right there was.
alter table access.api_key
    add column permissions text[] not null default array [
        'customers.read', 'customers.edit', 'customers.export', 'customers.erase', 'consents.edit', 'imports.run',
        'segments.read', 'segments.edit', 'insight.read', 'insight.edit', 'content.read', 'content.edit',
        'campaigns.read', 'campaigns.edit', 'campaigns.launch', 'mailbox.read', 'jobs.read', 'jobs.cancel',
        'settings.manage', 'audit.read'],
    add column expires_at  timestamptz;
alter table access.api_key alter column permissions drop default;
