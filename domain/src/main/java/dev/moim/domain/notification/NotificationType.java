package dev.moim.domain.notification;

/** What a notification is about; the reader's language decides on its text when it is shown. */
public enum NotificationType {
  ROOM_JOINED,
  ROOM_LEFT,
  ROOM_FULL,
  ROOM_HOST_CHANGED,
  ROOM_CONFIRMED,
  ROOM_CANCELLED,
  ROOM_EXPIRED,
  ROOM_HIDDEN,
  MATCH_MADE,
  MATCH_EXPIRED,
  MATCH_JOINED,
  MEETING_CHANGED,
  MEETING_LEFT,
  MEETING_CALLED_OFF,
  MEETING_REMINDER,
  REVIEW_OPEN,
  REPORT_DECIDED,
  NEW_SESSION,
  TOKENS_REVOKED,
  WARNED,
  ROLE_CHANGED
}
