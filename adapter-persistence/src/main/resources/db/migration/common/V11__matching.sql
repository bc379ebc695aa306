-- relaxations, when there are any: the steps that the member agreed to, as JSON.
-- live_key stays until the request has ended or its group is final; open_until is null from then on.
alter table match_requests add column relaxations ${text};
alter table match_requests add column fill_rooms boolean default false not null;
alter table match_requests add column leader_id uuid;
alter table match_requests add column end_reason varchar(40);
alter table match_requests add column proposal_id uuid;
alter table match_requests add column room_id uuid;
alter table match_requests add column open_until ${instant};
update match_requests set end_reason = 'TAKEN_BACK' where status = 'CANCELLED';
update match_requests set end_reason = 'NOBODY_SUITED' where status = 'EXPIRED';
create index match_requests_open on match_requests (open_until, category);
create index match_requests_of_meeting on match_requests (meeting_id);

-- Friends who were asked to come along; companion_id is their own request once they have accepted.
create table match_invitations (
    request_id uuid not null,
    place integer not null,
    member_id uuid not null,
    answer varchar(20) not null,
    companion_id uuid,
    constraint match_invitations_pk primary key (request_id, place),
    constraint match_invitations_once unique (request_id, member_id),
    constraint match_invitations_request_fk foreign key (request_id) references match_requests (id)
);
create index match_invitations_of_member on match_invitations (member_id, answer);

create table match_proposals (
    id uuid not null,
    version bigint not null,
    category varchar(40) not null,
    agreed ${text} not null,
    respond_by ${instant} not null,
    status varchar(20) not null,
    constraint match_proposals_pk primary key (id)
);
create index match_proposals_overdue on match_proposals (status, respond_by, id);

create table match_proposal_seats (
    proposal_id uuid not null,
    place integer not null,
    request_id uuid not null,
    member_id uuid not null,
    accepted boolean not null,
    constraint match_proposal_seats_pk primary key (proposal_id, place),
    constraint match_proposal_seats_proposal_fk foreign key (proposal_id) references match_proposals (id)
);
