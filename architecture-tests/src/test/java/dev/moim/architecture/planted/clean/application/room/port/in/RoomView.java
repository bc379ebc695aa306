package dev.moim.architecture.planted.clean.application.room.port.in;

import dev.moim.architecture.planted.clean.domain.shared.RoomId;

/** A result. */
public record RoomView(RoomId id, boolean confirmed) {}
