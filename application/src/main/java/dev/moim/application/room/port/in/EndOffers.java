package dev.moim.application.room.port.in;

/** Ends offers of seats whose time is over, and offers the seats to the next; a scheduled job. */
@FunctionalInterface
public interface EndOffers {
  /** Returns in how many rooms offers ended; calling again goes on where this call stopped. */
  int end();
}
