package dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.meeting;

/** An aggregate, which is published to nobody. */
public final class Meeting {}
