package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies a notification; a time-ordered UUID (version 7). */
public record NotificationId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
