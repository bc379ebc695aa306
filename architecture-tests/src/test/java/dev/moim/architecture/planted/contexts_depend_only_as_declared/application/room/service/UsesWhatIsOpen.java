package dev.moim.architecture.planted.contexts_depend_only_as_declared.application.room.service;

import dev.moim.architecture.planted.contexts_depend_only_as_declared.application.meeting.port.in.FormMeeting;
import dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.meeting.MeetingSource;

/** Allowed. */
record UsesWhatIsOpen(FormMeeting useCase, MeetingSource source) {}
