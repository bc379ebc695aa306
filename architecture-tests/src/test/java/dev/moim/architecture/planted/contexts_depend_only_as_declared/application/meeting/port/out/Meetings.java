package dev.moim.architecture.planted.contexts_depend_only_as_declared.application.meeting.port.out;

/** A driven port. */
public interface Meetings {}
