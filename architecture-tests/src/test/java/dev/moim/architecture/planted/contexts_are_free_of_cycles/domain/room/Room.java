package dev.moim.architecture.planted.contexts_are_free_of_cycles.domain.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.contexts_are_free_of_cycles.domain.meeting.Meeting;

@Planted
public record Room(Meeting meeting) {}
