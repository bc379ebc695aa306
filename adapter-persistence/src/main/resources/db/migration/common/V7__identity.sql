-- Who signs in, from where, and with what right. Columns that may be empty now and could not before differ between
-- databases in how they are loosened; so members and sessions are made anew and filled from a copy.

create table members_before as select * from members;
drop table members;

-- Nickname to picture_tag are the person, all empty once it was erased: then nickname and address are free.
create table members (
    id uuid not null,
    version bigint not null,
    nickname varchar(40),
    nickname_key varchar(64),
    email varchar(508),
    email_key varchar(64),
    email_verified boolean not null,
    password_hash varchar(500),
    language varchar(10),
    time_zone varchar(100),
    picture_tag varchar(64),
    role varchar(20) not null,
    joined_at ${instant} not null,
    blocked_until ${instant},
    block_reason varchar(1000),
    withdrawn_at ${instant},
    constraint members_pk primary key (id),
    constraint members_nickname_unique unique (nickname_key),
    constraint members_email_unique unique (email_key)
);
create index members_latest on members (joined_at desc, id desc);
create index members_of_role on members (role, joined_at desc, id desc);
create index members_to_be_erased on members (withdrawn_at, nickname_key);

insert into members (id, version, nickname, nickname_key, email, email_key, email_verified, password_hash, language,
    time_zone, role, joined_at)
select id, version, nickname, nickname_key, email, email_key, false, password_hash, language,
    'Asia/Seoul', role, joined_at
from members_before;
drop table members_before;

create table sessions_before as select * from sessions;
drop table sessions;

create table sessions (
    id uuid not null,
    version bigint not null,
    member_id uuid not null,
    token_hash varchar(64) not null,
    replaced_hash varchar(64),
    replaced_at ${instant},
    answered_again boolean not null,
    origin_address varchar(90) not null,
    origin_device varchar(240) not null,
    started_at ${instant} not null,
    last_used_at ${instant} not null,
    expires_at ${instant} not null,
    ended boolean not null,
    constraint sessions_pk primary key (id)
);
create index sessions_open_of_member on sessions (member_id, ended);
create index sessions_age on sessions (expires_at);

insert into sessions (id, version, member_id, token_hash, answered_again, origin_address, origin_device, started_at,
    last_used_at, expires_at, ended)
select id, version, member_id, token_hash, false, '', '', started_at,
    started_at, expires_at, ended
from sessions_before;
drop table sessions_before;

-- Every token that a session has or had; no token is given twice.
create table session_tokens (
    token_hash varchar(64) not null,
    session_id uuid not null,
    constraint session_tokens_pk primary key (token_hash)
);
create index session_tokens_of_session on session_tokens (session_id);
insert into session_tokens (token_hash, session_id) select token_hash, id from sessions;
alter table session_tokens add constraint session_tokens_session_fk
    foreign key (session_id) references sessions (id) on delete cascade;

create table mailed_links (
    id uuid not null,
    version bigint not null,
    member_id uuid not null,
    purpose varchar(20) not null,
    address varchar(508) not null,
    token_hash varchar(64) not null,
    expires_at ${instant} not null,
    used boolean not null,
    constraint mailed_links_pk primary key (id),
    constraint mailed_links_token_unique unique (token_hash)
);
create index mailed_links_of_member on mailed_links (member_id, purpose, expires_at);
create index mailed_links_age on mailed_links (expires_at);

create table warnings (
    id uuid not null,
    version bigint not null,
    member_id uuid not null,
    given_by uuid not null,
    reason varchar(1000) not null,
    given_at ${instant} not null,
    blocks_until ${instant} not null,
    withdrawn_by uuid,
    withdrawn_at ${instant},
    constraint warnings_pk primary key (id)
);
create index warnings_of_member on warnings (member_id, given_at desc, id desc);

-- account_key is the SHA-256 of provider and subject: their case counts, whatever the collation says.
create table identities (
    id uuid not null,
    account_key varchar(64) not null,
    provider varchar(200) not null,
    subject varchar(1000) not null,
    member_id uuid not null,
    linked_at ${instant} not null,
    constraint identities_pk primary key (id),
    constraint identities_account_unique unique (account_key)
);
create index identities_of_member on identities (member_id, linked_at);

create table member_pictures (
    member_id uuid not null,
    png ${bytes} not null,
    constraint member_pictures_pk primary key (member_id)
);
