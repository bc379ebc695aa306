-- live_key is member and category while the request waits, and null afterwards: one live request each.
create table match_requests (
    id uuid not null,
    version bigint not null,
    member_id uuid not null,
    category varchar(40) not null,
    match_condition ${text} not null,
    size_min integer not null,
    size_max integer not null,
    submitted_at ${instant} not null,
    expires_at ${instant} not null,
    status varchar(20) not null,
    meeting_id uuid,
    live_key varchar(80),
    constraint match_requests_pk primary key (id),
    constraint match_requests_one_live unique (live_key)
);
create index match_requests_waiting on match_requests (category, status, submitted_at, id);
create index match_requests_waiting_until on match_requests (category, status, expires_at);
create index match_requests_overdue on match_requests (status, expires_at, id);
create index match_requests_of_member on match_requests (member_id, submitted_at desc, id desc);

create table meetings (
    id uuid not null,
    version bigint not null,
    category varchar(40) not null,
    agreed ${text} not null,
    source varchar(20) not null,
    room_id uuid,
    starts_at ${instant},
    formed_at ${instant} not null,
    status varchar(20) not null,
    constraint meetings_pk primary key (id)
);

-- formed_at is the meeting's, repeated so that a member's list is read from one index.
create table meeting_members (
    meeting_id uuid not null,
    place integer not null,
    member_id uuid not null,
    formed_at ${instant} not null,
    constraint meeting_members_pk primary key (meeting_id, place),
    constraint meeting_members_once unique (meeting_id, member_id),
    constraint meeting_members_meeting_fk foreign key (meeting_id) references meetings (id)
);
create index meeting_members_of_member on meeting_members (member_id, formed_at desc, meeting_id desc);
