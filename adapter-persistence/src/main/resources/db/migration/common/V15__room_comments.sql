create table room_comments (
    id uuid not null,
    version bigint not null,
    room_id uuid not null,
    author_id uuid not null,
    seat integer not null,
    parent_id uuid,
    comment_text varchar(2000) not null,
    written_at ${instant} not null,
    edited_at ${instant},
    state varchar(20) not null,
    constraint room_comments_pk primary key (id),
    constraint room_comments_room_fk foreign key (room_id) references rooms (id)
);
create index room_comments_in_order on room_comments (room_id, written_at, id);
create index room_comments_of_author on room_comments (author_id, written_at desc, id desc);
create index room_comments_answers on room_comments (parent_id, state);
