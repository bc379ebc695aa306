-- Which seat of the room a match request has, so that a seat given up earlier is not taken for it.
alter table match_requests add column room_seat integer;
update match_requests set room_seat = (
    select s.seat_number from seats s
    where s.room_id = match_requests.room_id and s.member_id = match_requests.member_id
) where room_id is not null;
