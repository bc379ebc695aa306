package dev.moim.architecture.planted.contexts_depend_only_as_declared.application.room.service;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.contexts_depend_only_as_declared.application.meeting.service.FormMeetingService;

@Planted
record UsesAService(FormMeetingService service) {}
