create index meetings_of_room on meetings (room_id);
