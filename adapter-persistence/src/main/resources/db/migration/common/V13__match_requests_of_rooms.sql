-- When a room is given up, the match requests that have a seat in it are looked for.
create index match_requests_of_room on match_requests (room_id);
