delete from room_facets where room_id not in (select id from rooms);
alter table room_facets add constraint room_facets_room_fk foreign key (room_id) references rooms (id);
