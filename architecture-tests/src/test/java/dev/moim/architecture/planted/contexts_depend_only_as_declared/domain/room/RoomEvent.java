package dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.room;

import dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.shared.DomainEvent;

/** An event of rooms, which only notifications may hear. */
public record RoomEvent() implements DomainEvent {}
