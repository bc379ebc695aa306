package dev.moim.architecture.planted.clean.domain.shared;

import java.util.UUID;

/** Identifies a meeting. */
public record MeetingId(UUID value) {}
