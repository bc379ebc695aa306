create table rooms (
    id uuid not null,
    version bigint not null,
    host_id uuid not null,
    title varchar(120) not null,
    description varchar(4000) not null,
    category varchar(40) not null,
    match_condition ${text} not null,
    meets_at ${instant} not null,
    capacity integer not null,
    anonymous boolean not null,
    seats_given integer not null,
    has_free_seat boolean not null,
    status varchar(20) not null,
    opened_at ${instant} not null,
    constraint rooms_pk primary key (id)
);
-- One index for each combination of category, status and order in which rooms are listed; whether a seat is free is
-- looked at room by room.
create index rooms_soonest on rooms (meets_at, id);
create index rooms_newest on rooms (opened_at desc, id desc);
create index rooms_of_status_soonest on rooms (status, meets_at, id);
create index rooms_of_status_newest on rooms (status, opened_at desc, id desc);
create index rooms_of_category_soonest on rooms (category, meets_at, id);
create index rooms_of_category_newest on rooms (category, opened_at desc, id desc);
create index rooms_of_both_soonest on rooms (category, status, meets_at, id);
create index rooms_of_both_newest on rooms (category, status, opened_at desc, id desc);

create table seats (
    room_id uuid not null,
    seat_number integer not null,
    member_id uuid not null,
    taken_at ${instant} not null,
    constraint seats_pk primary key (room_id, seat_number),
    constraint seats_member_once unique (room_id, member_id),
    constraint seats_room_fk foreign key (room_id) references rooms (id)
);
create index seats_of_member on seats (member_id, room_id);
