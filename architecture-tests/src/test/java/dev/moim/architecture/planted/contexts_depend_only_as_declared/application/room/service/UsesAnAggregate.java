package dev.moim.architecture.planted.contexts_depend_only_as_declared.application.room.service;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.meeting.Meeting;

/** Holds an array of them. */
@Planted
final class UsesAnAggregate {
  Meeting[] meetings = {};
}
