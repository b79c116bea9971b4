-- A passkey of a person: the public key, by the id that their device knows it under.
create table access.passkey (
    id            uuid        primary key,
    account       uuid        not null references access.account,
    credential    bytea       not null unique,
    public_key    bytea       not null,
    algorithm     int         not null,
    sign_count    bigint      not null,
    name          text        not null,
    created_at    timestamptz not null,
    last_used_at  timestamptz
);
create index passkey_account on access.passkey (account);

-- A challenge counts once. Kept as long as one can still be answered.
create table access.passkey_challenge (
    hash    bytea       primary key,
    used_at timestamptz not null
);
create index passkey_challenge_used on access.passkey_challenge (used_at);
