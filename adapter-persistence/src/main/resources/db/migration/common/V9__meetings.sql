-- due_at is when something is to be done next about a meeting that lies ahead; null when never again.
alter table meetings add column host_id uuid;
alter table meetings add column reminded boolean default true not null;
alter table meetings add column reviews integer default 0 not null;
alter table meetings add column due_at ${instant};
update meetings set due_at = coalesce(starts_at, formed_at) where status = 'UPCOMING';
update meetings set host_id =
    (select m.member_id from meeting_members m where m.meeting_id = meetings.id and m.place = 1)
    where source = 'ROOM';
create index meetings_due on meetings (due_at, id);

create table meeting_absences (
    id uuid not null,
    member_id uuid not null,
    category varchar(40) not null,
    reason varchar(20) not null,
    absent_at ${instant} not null,
    constraint meeting_absences_pk primary key (id)
);
create index meeting_absences_of_member on meeting_absences (member_id, absent_at desc);

-- stars are null for somebody reported absent.
create table meeting_reviews (
    id uuid not null,
    meeting_id uuid not null,
    reviewer_id uuid not null,
    reviewed_id uuid not null,
    stars integer,
    written_at ${instant} not null,
    constraint meeting_reviews_pk primary key (id),
    constraint meeting_reviews_once unique (meeting_id, reviewer_id, reviewed_id),
    constraint meeting_reviews_meeting_fk foreign key (meeting_id) references meetings (id)
);
create index meeting_reviews_of_reviewer on meeting_reviews (reviewer_id, written_at desc, id desc);

-- once_key is the reason, the meeting, the member and, for stars, who gave them: no entry is made twice.
create table score_entries (
    id uuid not null,
    member_id uuid not null,
    category varchar(40) not null,
    meeting_id uuid,
    reason varchar(20) not null,
    points integer not null,
    entered_at ${instant} not null,
    once_key varchar(160) not null,
    constraint score_entries_pk primary key (id),
    constraint score_entries_once unique (once_key)
);
create index score_entries_of_member on score_entries (member_id, entered_at desc, id desc);
