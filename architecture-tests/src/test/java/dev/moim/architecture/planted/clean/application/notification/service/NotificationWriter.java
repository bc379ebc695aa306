package dev.moim.architecture.planted.clean.application.notification.service;

import dev.moim.architecture.planted.clean.domain.room.RoomEvent;

/** Hears what happens in rooms. */
final class NotificationWriter {
  String text(RoomEvent event) {
    return event.toString();
  }
}
