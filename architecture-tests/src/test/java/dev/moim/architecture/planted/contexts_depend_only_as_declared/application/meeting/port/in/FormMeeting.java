package dev.moim.architecture.planted.contexts_depend_only_as_declared.application.meeting.port.in;

/** A use case. */
public interface FormMeeting {}
