package dev.moim.architecture.planted.domain_is_pure_java.domain.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.domain_is_pure_java.application.room.port.out.Rooms;

/** Knows a port. */
@Planted
record Capacity(Rooms rooms) {}
