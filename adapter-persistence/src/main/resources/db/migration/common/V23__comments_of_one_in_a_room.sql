create index room_comments_of_author_in_room on room_comments (author_id, room_id, state);
