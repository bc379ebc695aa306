package dev.moim.application.matching.port.in;

/** Lets proposals fall through that were not answered in time; a scheduled job. */
@FunctionalInterface
public interface ExpireProposals {
  /** Returns how many proposals were looked at; calling again goes on where this call stopped. */
  int expire();
}
