package dev.moim.application.matching.service;

import dev.moim.application.matching.service.PoolMemory.Evicted;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What of a pool is looked at a little later, since others change it all the time or there is too
 * much of it. For the one that runs the pool.
 */
final class Postponed {
  /** After which what was postponed is looked at again. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Set<MatchRequestId> requests = new HashSet<>();
  private final Set<MeetingId> meetings = new HashSet<>();
  private Optional<Instant> until = Optional.empty();

  /** When it is time to look; empty if nothing is postponed. */
  Optional<Instant> until() {
    return until;
  }

  /** Has the pool run again after a pause, if it would not before. */
  void pause(Instant now) {
    until = until.or(() -> Optional.of(now.plus(PAUSE)));
  }

  /** Those were taken out of the memory, and are looked at after a pause. */
  void add(Evicted evicted, Instant now) {
    requests.addAll(evicted.requests());
    meetings.addAll(evicted.meetings());
    pause(now);
  }

  /** If all the requests of a meeting are postponed, so is it; returns whether it is so. */
  boolean addIfAllAre(Collection<MatchRequestId> ofMeeting, MeetingId meeting) {
    boolean areAll = requests.containsAll(ofMeeting);
    if (areAll) {
      meetings.add(meeting);
    }
    return areAll;
  }

  /** Hints at all of it, if it is time. */
  void hintIfDue(PoolHints hints, Instant now) {
    if (until.filter(at -> !now.isBefore(at)).isPresent()) {
      hints.add(new Evicted(requests, meetings));
      requests.clear();
      meetings.clear();
      until = Optional.empty();
    }
  }
}
