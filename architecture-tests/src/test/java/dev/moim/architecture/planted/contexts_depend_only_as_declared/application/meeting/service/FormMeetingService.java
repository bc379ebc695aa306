package dev.moim.architecture.planted.contexts_depend_only_as_declared.application.meeting.service;

/** A service. */
public final class FormMeetingService {}
