-- Who of the company's own sign-in is who here. An issuer's subject never changes; an address may.
create table access.oidc_subject (
    issuer    text        not null,
    subject   text        not null,
    account   uuid        not null references access.account,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
