-- What follows when somebody has joined a room and left it again, after the answers: the notices to one other member, and
-- the look for a match request that had the seat. What the relay reads and removes, many messages at a time, is not here.

-- joining: the notice
start transaction;
insert into inbox_events (consumer, event_id, handled_at) select 'notifications', :join_event, :now from (select 1 as one) once left join inbox_events noted on noted.consumer = 'notifications' and noted.event_id = :join_event where noted.event_id is null;
insert into notifications (arguments,created_at,link,read_at,recipient_id,type,id) values (:notice,:now,:link,null,:member,'ROOM_JOINED',:join_notice);
commit;

-- leaving: the notice
start transaction;
insert into inbox_events (consumer, event_id, handled_at) select 'notifications', :leave_event, :now from (select 1 as one) once left join inbox_events noted on noted.consumer = 'notifications' and noted.event_id = :leave_event where noted.event_id is null;
insert into notifications (arguments,created_at,link,read_at,recipient_id,type,id) values (:notice,:now,:link,null,:member,'ROOM_LEFT',:leave_notice);
commit;

-- leaving: the match request that had the seat
start transaction;
select mrr1_0.id,mrr1_0.category,mrr1_0.match_condition,mrr1_0.end_reason,mrr1_0.expires_at,mrr1_0.fill_rooms,i1_0.request_id,i1_0.place,i1_0.member_id,mrr1_0.leader_id,mrr1_0.live_key,mrr1_0.meeting_id,mrr1_0.member_id,mrr1_0.open_until,mrr1_0.proposal_id,mrr1_0.relaxations,mrr1_0.room_id,mrr1_0.room_seat,mrr1_0.size_max,mrr1_0.size_min,mrr1_0.status,mrr1_0.submitted_at,mrr1_0.version from match_requests mrr1_0 left join match_invitations i1_0 on mrr1_0.id=i1_0.request_id where mrr1_0.room_id=:room and mrr1_0.status='MATCHED' order by i1_0.place;
commit;
