alter table rooms add column facet_index ${text};
update rooms set facet_index = '';
create table room_facets (
    room_id uuid not null,
    facet varchar(40) not null,
    facet_value varchar(40) not null,
    category varchar(40) not null,
    status varchar(20) not null,
    meets_at ${instant} not null,
    opened_at ${instant} not null,
    constraint room_facets_pk primary key (room_id, facet, facet_value)
);
create index room_facets_soonest on room_facets (category, facet, facet_value, status, meets_at, room_id);
create index room_facets_newest on room_facets (category, facet, facet_value, status, opened_at desc, room_id desc);
