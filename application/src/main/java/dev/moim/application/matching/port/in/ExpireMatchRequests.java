package dev.moim.application.matching.port.in;

/** Ends waiting requests whose time is over; a scheduled job. */
@FunctionalInterface
public interface ExpireMatchRequests {
  /** Returns how many requests were looked at; calling again goes on where this call stopped. */
  int expire();
}
