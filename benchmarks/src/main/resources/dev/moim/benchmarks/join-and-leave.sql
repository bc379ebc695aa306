-- What joining a room and leaving it again sends to the database, in these transactions: see "Statements per use
-- case" in docs/performance.md. Names are not looked up, as the cache has them. pgbench understands this when it is
-- told the variables; so does ChangeScript.

-- joining: the access check
select mr1_0.id,mr1_0.role,mr1_0.blocked_until,mr1_0.block_reason,mr1_0.withdrawn_at,sr1_0.ended,sr1_0.expires_at from sessions sr1_0 join members mr1_0 on mr1_0.id=sr1_0.member_id where sr1_0.id=:session;

-- joining
start transaction;
select rr1_0.id,rr1_0.anonymous,rr1_0.cancel_reason,rr1_0.capacity,rr1_0.category,rr1_0.match_condition,rr1_0.description,rr1_0.facet_index,rr1_0.has_free_seat,rr1_0.hidden,rr1_0.host_id,rr1_0.meets_at,rr1_0.offer_ends_at,rr1_0.opened_at,rr1_0.removed_count,s1_0.room_id,s1_0.seat_number,s1_0.member_id,s1_0.taken_at,rr1_0.seats_given,rr1_0.status,rr1_0.title,rr1_0.version,rr1_0.waiting_count from rooms rr1_0 left join seats s1_0 on rr1_0.id=s1_0.room_id where rr1_0.id=:room order by s1_0.seat_number
\gset
\set joined :version + 1
\set left :version + 2
\set seat :seats_given + 1
update seat_claims set claims = claims + 1 where member_id = :member;
select s1_0.member_id,count(*) from rooms rr1_0 join seats s1_0 on rr1_0.id=s1_0.room_id where s1_0.member_id=:member and rr1_0.status=:status and rr1_0.meets_at>:now group by s1_0.member_id;
select pbr1_0.member_id,pbr1_0.blocked_id from personal_blocks pbr1_0 where pbr1_0.member_id=:member union all select pbr2_0.blocked_id,pbr2_0.member_id from personal_blocks pbr2_0 where pbr2_0.blocked_id=:member;
update rooms set anonymous=:anonymous,cancel_reason=:cancel_reason,capacity=:capacity,category=:category,match_condition=:match_condition,description=:description,facet_index=:facet_index,has_free_seat=:has_free_seat,hidden=:hidden,host_id=:host_id,meets_at=:meets_at,offer_ends_at=null,opened_at=:opened_at,removed_count=:removed_count,seats_given=:seat,status=:status,title=:title,version=:joined,waiting_count=:waiting_count where id=:room and version=:version;
insert into seats (room_id,seat_number,member_id,taken_at) values (:room,:seat,:member,:opened_at);
insert into outbox_messages (position, id, message_key, type, payload, stored_at) values (nextval('outbox_position'), :join_event, :room, 'room.member-joined.v1', :payload, :now);
commit;

-- leaving: the access check
select mr1_0.id,mr1_0.role,mr1_0.blocked_until,mr1_0.block_reason,mr1_0.withdrawn_at,sr1_0.ended,sr1_0.expires_at from sessions sr1_0 join members mr1_0 on mr1_0.id=sr1_0.member_id where sr1_0.id=:session;

-- leaving
start transaction;
select rr1_0.id,rr1_0.anonymous,rr1_0.cancel_reason,rr1_0.capacity,rr1_0.category,rr1_0.match_condition,rr1_0.description,rr1_0.facet_index,rr1_0.has_free_seat,rr1_0.hidden,rr1_0.host_id,rr1_0.meets_at,rr1_0.offer_ends_at,rr1_0.opened_at,rr1_0.removed_count,s1_0.room_id,s1_0.seat_number,s1_0.member_id,s1_0.taken_at,rr1_0.seats_given,rr1_0.status,rr1_0.title,rr1_0.version,rr1_0.waiting_count from rooms rr1_0 left join seats s1_0 on rr1_0.id=s1_0.room_id where rr1_0.id=:room order by s1_0.seat_number;
update rooms set anonymous=:anonymous,cancel_reason=:cancel_reason,capacity=:capacity,category=:category,match_condition=:match_condition,description=:description,facet_index=:facet_index,has_free_seat=:has_free_seat,hidden=:hidden,host_id=:host_id,meets_at=:meets_at,offer_ends_at=null,opened_at=:opened_at,removed_count=:removed_count,seats_given=:seat,status=:status,title=:title,version=:left,waiting_count=:waiting_count where id=:room and version=:joined;
delete from seats where room_id=:room and seat_number=:seat and member_id=:member and taken_at=:opened_at;
insert into outbox_messages (position, id, message_key, type, payload, stored_at) values (nextval('outbox_position'), :leave_event, :room, 'room.member-left.v1', :payload, :now);
commit;
