package dev.moim.architecture.planted.contexts_are_free_of_cycles.domain.meeting;

/** Leads back to rooms through its use case. */
public final class Meeting {}
