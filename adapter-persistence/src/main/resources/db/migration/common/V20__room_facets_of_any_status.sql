create index room_facets_any_soonest on room_facets (category, facet, facet_value, meets_at, room_id);
create index room_facets_any_newest on room_facets (category, facet, facet_value, opened_at desc, room_id desc);
