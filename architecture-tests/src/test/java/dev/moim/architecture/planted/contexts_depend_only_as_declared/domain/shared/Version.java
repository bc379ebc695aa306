package dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.shared;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.room.RoomEvent;

/** Makes what all share depend on one. */
@Planted
record Version(RoomEvent event) {}
