package dev.moim.architecture.planted.contexts_depend_only_as_declared.application.notification.service;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.contexts_depend_only_as_declared.application.meeting.port.in.FormMeeting;

/** Calls a use case of a context that it has no link to. */
@Planted
record UsesAcrossTheMap(FormMeeting useCase) {}
