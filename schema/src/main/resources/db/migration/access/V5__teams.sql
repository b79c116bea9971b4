create table access.team (
    id         uuid        primary key,
    name       text        not null,
    created_at timestamptz not null
);
create unique index team_name on access.team (lower(name));

alter table access.account add column team uuid references access.team;
create index account_team on access.account (team) where team is not null;

-- Whose customers people of a role see: everybody's, those of their team, or their own.
alter table access.role add column scope text not null default 'all' check (scope in ('all', 'team', 'own'));

-- A key sees what a person of ours would: everything, or the customers of that person or of their team.
alter table access.api_key
    add column scope text not null default 'all' check (scope in ('all', 'team', 'own')),
    add column owner uuid references access.account,
    add check (scope = 'all' or owner is not null);
