package dev.moim.application.meeting.port.in;

/**
 * Does with meetings what is due by now: reminds an hour before the start, ends an hour after it,
 * and calls off what too few are left for. Each is done once, however often and late this runs.
 */
@FunctionalInterface
public interface AdvanceMeetings {
  /** Does a bounded part; returns how many meetings that was, 0 if nothing is left to do. */
  int advance();
}
