-- Who wants nothing to do with whom: asked for in both directions.
create table personal_blocks (
    member_id uuid not null,
    blocked_id uuid not null,
    blocked_at ${instant} not null,
    constraint personal_blocks_pk primary key (member_id, blocked_id)
);
create index personal_blocks_latest on personal_blocks (member_id, blocked_at desc, blocked_id desc);
create index personal_blocks_against on personal_blocks (blocked_id, member_id);
