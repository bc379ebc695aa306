package dev.moim.architecture.planted.adapters_do_not_touch_services.adapter.web.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.adapters_do_not_touch_services.application.room.service.JoinRoomService;

/** Calls a service past its use case. */
@Planted
record RoomController(JoinRoomService service) {}
