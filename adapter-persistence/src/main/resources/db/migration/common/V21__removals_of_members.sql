create index room_removals_of_member on room_removals (member_id, room_id);
