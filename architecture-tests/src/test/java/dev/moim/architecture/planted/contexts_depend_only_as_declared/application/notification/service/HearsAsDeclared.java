package dev.moim.architecture.planted.contexts_depend_only_as_declared.application.notification.service;

import dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.room.RoomEvent;

/** Allowed. */
record HearsAsDeclared(RoomEvent event) {}
