package dev.moim.architecture.planted.contexts_are_free_of_cycles.application.meeting.port.in;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.contexts_are_free_of_cycles.domain.room.Room;

/** Closes the circle that neither layer has alone. */
@Planted
record FormMeeting(Room room) {}
