-- The secret is sealed under a key of the installation. A code counts once: its step must be later than the last one.
create table access.totp (
    account      uuid        primary key references access.account,
    secret       bytea       not null,
    last_step    bigint      not null default 0,
    created_at   timestamptz not null,
    confirmed_at timestamptz
);

create table access.recovery_code (
    account   uuid  not null references access.account,
    code_hash bytea not null,
    primary key (account, code_hash)
);
