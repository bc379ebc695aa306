-- ${instant}, ${text} and ${bytes} are each database's types for a moment in UTC with microseconds,
-- for long text and for bytes. Lengths count UTF-16 units on H2, so texts get twice their code points.

-- The keys are SHA-256 in hexadecimal: what counts as the same is decided by the domain, not by a collation.
create table members (
    id uuid not null,
    version bigint not null,
    nickname varchar(40) not null,
    nickname_key varchar(64) not null,
    email varchar(508) not null,
    email_key varchar(64) not null,
    password_hash varchar(500) not null,
    role varchar(20) not null,
    language varchar(10) not null,
    joined_at ${instant} not null,
    constraint members_pk primary key (id),
    constraint members_nickname_unique unique (nickname_key),
    constraint members_email_unique unique (email_key)
);

create table sessions (
    id uuid not null,
    version bigint not null,
    member_id uuid not null,
    token_hash varchar(64) not null,
    started_at ${instant} not null,
    expires_at ${instant} not null,
    ended boolean not null,
    constraint sessions_pk primary key (id),
    constraint sessions_token_unique unique (token_hash)
);
create index sessions_open_of_member on sessions (member_id, ended);
