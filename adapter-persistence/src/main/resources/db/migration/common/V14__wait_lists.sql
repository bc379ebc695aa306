alter table rooms add column cancel_reason varchar(400) default '' not null;
alter table rooms add column offer_ends_at ${instant};
alter table rooms add column waiting_count integer default 0 not null;
alter table rooms add column removed_count integer default 0 not null;
create index rooms_offers on rooms (status, offer_ends_at, id);

create table room_waiting (
    room_id uuid not null,
    member_id uuid not null,
    place integer not null,
    waiting_since ${instant} not null,
    offered_until ${instant},
    constraint room_waiting_pk primary key (room_id, member_id),
    constraint room_waiting_room_fk foreign key (room_id) references rooms (id)
);
create index room_waiting_of_member on room_waiting (member_id, room_id);

create table room_removals (
    room_id uuid not null,
    member_id uuid not null,
    removal integer not null,
    reason varchar(400) not null,
    removed_at ${instant} not null,
    constraint room_removals_pk primary key (room_id, member_id),
    constraint room_removals_room_fk foreign key (room_id) references rooms (id)
);

create table seat_claims (
    member_id uuid not null,
    claims bigint not null,
    constraint seat_claims_pk primary key (member_id)
);
