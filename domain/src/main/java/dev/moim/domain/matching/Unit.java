package dev.moim.domain.matching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What stands in one slot of an online pool: somebody who waits, or a group that is not closed. */
final class Unit<K> {
  private static final long NO_GROUP = 0;

  private final long group;
  private final List<Present<K>> members;
  private final int people;
  private final int least;
  private final int most;
  private final Instant firstExpiry;
  private final Instant openUntil;

  /** Whether it is open longer than any of its members would have waited. */
  private final boolean outlasts;

  /** How many attempts at a rescue have been made. */
  private int rescues;

  /** What was foretold when it began to wait. */
  private Optional<ChanceModel.Forecast> forecast = Optional.empty();

  private Unit(long group, List<Present<K>> members, Instant latest, boolean outlasting) {
    this.group = group;
    this.members = members;
    int sum = 0;
    int greatestLeast = 0;
    int leastMost = Integer.MAX_VALUE;
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Present<K> member : members) {
      Instant expiry = member.request().expiresAt();
      sum += member.people();
      greatestLeast = Math.max(greatestLeast, member.size().min());
      leastMost = Math.min(leastMost, member.size().max());
      first = expiry.isBefore(first) ? expiry : first;
      last = expiry.isAfter(last) ? expiry : last;
    }
    people = sum;
    least = greatestLeast;
    most = leastMost;
    firstExpiry = first;
    outlasts = outlasting;
    openUntil = !outlasts && last.isBefore(latest) ? last : latest;
  }

  static <K> Unit<K> waiting(Present<K> who) {
    return new Unit<>(NO_GROUP, List.of(who), Instant.MAX, false);
  }

  /**
   * A group that comes into being.
   *
   * @param number greater than 0
   */
  static <K> Unit<K> group(long number, List<Present<K>> members) {
    return new Unit<>(number, oldestFirst(members), Instant.MAX, false);
  }

  /**
   * A group that exists already, and is open until a moment.
   *
   * @param number greater than 0
   */
  static <K> Unit<K> group(long number, List<Present<K>> members, Instant openUntil) {
    boolean outlasting =
        members.stream().allMatch(member -> member.request().expiresAt().isBefore(openUntil));
    return new Unit<>(number, oldestFirst(members), openUntil, outlasting);
  }

  /** The same group with other members. */
  Unit<K> with(List<Present<K>> others) {
    return new Unit<>(group, oldestFirst(others), openUntil, outlasts);
  }

  private static <K> List<Present<K>> oldestFirst(List<Present<K>> members) {
    return members.stream().sorted(Comparator.comparing(Present::submittedAt)).toList();
  }

  boolean isGroup() {
    return group != NO_GROUP;
  }

  /** The number of the group, if it is one. */
  long group() {
    return group;
  }

  /** All members of a group, those who have waited longest first, or the one who waits. */
  List<Present<K>> members() {
    return members;
  }

  List<K> ids() {
    return members.stream().map(Present::id).toList();
  }

  /** The one who waits. */
  Present<K> who() {
    return members.getFirst();
  }

  int people() {
    return people;
  }

  /** The greatest of the members' least sizes. */
  int least() {
    return least;
  }

  /** The least of the members' greatest sizes. */
  int most() {
    return most;
  }

  /** Whether the sizes that all accept allow as many as there are. */
  boolean hasValidSize() {
    return least <= people && people <= most;
  }

  /** When the first of the members would have given up. */
  Instant firstExpiry() {
    return firstExpiry;
  }

  /**
   * When the last of those by whom the group was formed would have given up, unless another moment
   * was stated.
   */
  Instant openUntil() {
    return openUntil;
  }

  int rescues() {
    return rescues;
  }

  void setRescues(int rescues) {
    this.rescues = rescues;
  }

  Optional<ChanceModel.Forecast> forecast() {
    return forecast;
  }

  void setForecast(Optional<ChanceModel.Forecast> forecast) {
    this.forecast = forecast;
  }
}
