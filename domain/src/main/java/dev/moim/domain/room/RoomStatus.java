package dev.moim.domain.room;

/** Where a room stands in its life; all but {@link #OPEN} are final. */
public enum RoomStatus {
  /** People may join and leave. A full room is an open room without a free seat. */
  OPEN,
  /** The host confirmed it; there is a meeting. */
  CONFIRMED,
  /** Its host or its last member gave it up, an admin cancelled it, or managers hid it. */
  CANCELLED,
  /** The meeting time passed and nobody had confirmed. */
  EXPIRED
}
