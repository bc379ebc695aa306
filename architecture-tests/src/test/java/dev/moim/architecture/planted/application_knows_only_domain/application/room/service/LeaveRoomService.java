package dev.moim.architecture.planted.application_knows_only_domain.application.room.service;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.application_knows_only_domain.adapter.persistence.JpaRooms;

/** Knows an adapter. */
@Planted
record LeaveRoomService(JpaRooms rooms) {}
