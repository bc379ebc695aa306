package dev.moim.architecture.planted.clean.domain.shared;

import java.util.UUID;

/** Identifies a room. */
public record RoomId(UUID value) {}
