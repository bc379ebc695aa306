package dev.moim.application.room.port.in;

/** Ends open rooms whose meeting time has passed; a scheduled job. */
@FunctionalInterface
public interface ExpireRooms {
  /** Returns how many rooms ended; calling again goes on where this call stopped. */
  int expire();
}
