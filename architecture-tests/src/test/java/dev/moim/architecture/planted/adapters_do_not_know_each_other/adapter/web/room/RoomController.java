package dev.moim.architecture.planted.adapters_do_not_know_each_other.adapter.web.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.adapters_do_not_know_each_other.adapter.persistence.room.JpaRooms;

/** Reaches into another adapter. */
@Planted
record RoomController(JpaRooms rooms) {}
