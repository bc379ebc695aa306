create table notifications (
    id uuid not null,
    recipient_id uuid not null,
    type varchar(40) not null,
    arguments ${text} not null,
    link varchar(500) not null,
    created_at ${instant} not null,
    read_at ${instant},
    constraint notifications_pk primary key (id)
);
create index notifications_of_recipient on notifications (recipient_id, created_at desc, id desc);
create index notifications_unread on notifications (recipient_id, read_at);
