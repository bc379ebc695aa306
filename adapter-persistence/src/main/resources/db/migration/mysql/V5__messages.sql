-- MySQL has no sequences: the column counts by itself, and never what it has counted again, whatever becomes of the rows.
create table outbox_messages (
    position bigint not null auto_increment,
    id uuid not null,
    message_key varchar(200) not null,
    type varchar(100) not null,
    payload ${text} not null,
    stored_at ${instant} not null,
    constraint outbox_messages_pk primary key (position),
    constraint outbox_messages_id_unique unique (id)
);

create table inbox_events (
    consumer varchar(100) not null,
    event_id uuid not null,
    handled_at ${instant} not null,
    constraint inbox_events_pk primary key (consumer, event_id)
);

create table dead_letters (
    consumer varchar(100) not null,
    message_id uuid not null,
    position bigint not null,
    message_key varchar(200) not null,
    type varchar(100) not null,
    payload ${text} not null,
    stored_at ${instant} not null,
    failure ${text} not null,
    failed_at ${instant} not null,
    constraint dead_letters_pk primary key (consumer, message_id)
);
create index dead_letters_latest on dead_letters (failed_at desc, message_id desc);

create table idempotent_answers (
    member_id uuid not null,
    key_value varchar(255) not null,
    fingerprint varchar(200) not null,
    kept_at ${instant} not null,
    answer_status integer not null,
    answer_headers ${text} not null,
    answer_body ${text} not null,
    constraint idempotent_answers_pk primary key (member_id, key_value)
);
create index idempotent_answers_age on idempotent_answers (kept_at);
