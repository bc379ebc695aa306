package dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.meeting;

/** A published value. */
public record MeetingSource() {}
