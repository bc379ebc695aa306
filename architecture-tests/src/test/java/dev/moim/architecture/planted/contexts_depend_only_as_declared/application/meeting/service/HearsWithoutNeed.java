package dev.moim.architecture.planted.contexts_depend_only_as_declared.application.meeting.service;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.room.RoomEvent;

/** Acts on events of a context that it has no link to. */
@Planted
record HearsWithoutNeed(RoomEvent event) {}
