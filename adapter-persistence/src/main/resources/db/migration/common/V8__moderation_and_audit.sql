alter table rooms add column hidden boolean default false not null;

-- open_key is reporter and subject, place_key reporter and place, while the report is open; both are null afterwards:
-- one open report of a member on a subject, and one in each of a member's places.
create table reports (
    id uuid not null,
    version bigint not null,
    reporter_id uuid not null,
    subject_kind varchar(20) not null,
    subject_id uuid not null,
    author_id uuid not null,
    link varchar(500) not null,
    texts ${text} not null,
    reason varchar(1000) not null,
    place integer not null,
    reported_at ${instant} not null,
    status varchar(20) not null,
    decided_by uuid,
    note varchar(1000),
    decided_at ${instant},
    open_key varchar(100),
    place_key varchar(60),
    constraint reports_pk primary key (id),
    constraint reports_one_open unique (open_key),
    constraint reports_one_in_place unique (place_key)
);
create index reports_waiting on reports (status, reported_at, id);
create index reports_decided on reports (decided_at desc, id desc);
create index reports_on_subject on reports (subject_kind, subject_id, reported_at desc, id desc);
create index reports_of_reporter on reports (reporter_id, reported_at desc, id desc);

create table audit_entries (
    id uuid not null,
    done_at ${instant} not null,
    actor_id uuid,
    action varchar(40) not null,
    subject_kind varchar(20) not null,
    subject_id uuid not null,
    member_id uuid,
    address varchar(90) not null,
    details ${text} not null,
    constraint audit_entries_pk primary key (id)
);
create index audit_entries_latest on audit_entries (done_at desc, id desc);
create index audit_entries_of_actor on audit_entries (actor_id, done_at desc, id desc);
create index audit_entries_about_member on audit_entries (member_id, done_at desc, id desc);
create index audit_entries_of_action on audit_entries (action, done_at desc, id desc);
