package dev.moim.application.matching.service;

import dev.moim.application.matching.service.PoolMemory.Evicted;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What of a pool is to be looked at anew. A hint only says where to look, so it may come twice or
 * late. Thread-safe.
 */
final class PoolHints {
  private final Set<MatchRequestId> requests = ConcurrentHashMap.newKeySet();
  private final Set<MeetingId> meetings = ConcurrentHashMap.newKeySet();
  private final Set<MemberId> members = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean rooms = new AtomicBoolean();

  /** A request is not any more as it was. */
  void add(MatchRequestId request) {
    requests.add(request);
  }

  void addAll(Collection<MatchRequestId> others) {
    requests.addAll(others);
  }

  /** A meeting has other members than before, or another state. */
  void add(MeetingId meeting) {
    meetings.add(meeting);
  }

  /** Those were taken out of the memory, and may still belong there. */
  void add(Evicted evicted) {
    requests.addAll(evicted.requests());
    meetings.addAll(evicted.meetings());
  }

  /** Members keep apart, or do so no longer. */
  void addMembers(Collection<MemberId> others) {
    members.addAll(others);
  }

  /** A room has free seats that it had not, or suits others than before. */
  void addRooms() {
    rooms.set(true);
  }

  /** Whether something is to be looked at; rooms are not waited for. */
  boolean isAny() {
    return !requests.isEmpty() || !meetings.isEmpty() || !members.isEmpty();
  }

  /** The requests, which are no hints any more then. */
  List<MatchRequestId> takeRequests() {
    return taken(requests);
  }

  /** The meetings, which are no hints any more then. */
  List<MeetingId> takeMeetings() {
    return taken(meetings);
  }

  /** The members, who are no hints any more then. */
  List<MemberId> takeMembers() {
    return taken(members);
  }

  /** Whether rooms are to be looked at, which is no hint any more then. */
  boolean takeRooms() {
    return rooms.getAndSet(false);
  }

  private static <T> List<T> taken(Set<T> hints) {
    List<T> all = List.copyOf(hints);
    all.forEach(hints::remove);
    return all;
  }

  void remove(MatchRequestId request) {
    requests.remove(request);
  }

  void remove(MeetingId meeting) {
    meetings.remove(meeting);
  }

  /**
   * Forgets what reading the whole pool finds out anyway: requests and members, but no meetings,
   * since it finds no group that was final.
   */
  void removeAllInPool() {
    requests.clear();
    members.clear();
  }
}
