package dev.moim.domain.matching;

import dev.moim.domain.matching.MatchingPolicy.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time of a pool, and what is due when: for each slot the earliest thing, and the next pass
 * over all who are there. Time goes on from one thing that is due to the next. Not thread-safe.
 */
final class Timetable<K> {
  /** How many attempts at a rescue there are: at half of the time, and shortly before the end. */
  static final int RESCUES = 2;

  /** Later than all that can be due. */
  private static final Instant NEVER = Instant.parse("+10000-01-01T00:00:00Z");

  private static final Instant LATEST = NEVER.minusSeconds(1);

  private final MatchingPolicy policy;
  private final DueQueue due = new DueQueue();
  private Instant now = Instant.MIN;
  private Instant nextPass = NEVER;

  Timetable(MatchingPolicy policy) {
    this.policy = policy;
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** To the microsecond, and such that it can be due. */
  static Instant moment(Instant at) {
    return at.isBefore(NEVER) ? at.truncatedTo(ChronoUnit.MICROS) : LATEST;
  }

  Instant now() {
    return now;
  }

  /** The present time in microseconds. */
  long micros() {
    return micros(now);
  }

  /** Time goes on, or stands still if that is in the past. */
  void goOn(Instant to) {
    now = to.isAfter(now) ? to : now;
  }

  /** When something is due next. */
  Optional<Instant> next() {
    Instant next = due.isEmpty() ? NEVER : instant(due.firstDue());
    next = nextPass.isBefore(next) ? nextPass : next;
    return next.equals(NEVER) ? Optional.empty() : Optional.of(next);
  }

  /** Whether anything is due until a {@linkplain #moment}. */
  boolean isDue(Instant until) {
    return !nextPass.isAfter(until) || (!due.isEmpty() && due.firstDue() <= micros(until));
  }

  /** Whether a pass is what is due next. */
  boolean isPassNext() {
    return due.isEmpty() || nextPass.isBefore(instant(due.firstDue()));
  }

  /** Goes on to the next pass. */
  void goOnToPass() {
    goOn(nextPass);
  }

  /** Goes on to the slot that is due next, and remains so until it is {@linkplain #set set}. */
  int goOnToSlot() {
    goOn(instant(due.firstDue()));
    return due.first();
  }

  void set(int slot, Unit<K> unit) {
    due.set(slot, micros(unit.isGroup() ? closesAt(unit) : attendsTo(unit)));
  }

  void remove(int slot) {
    due.remove(slot);
  }

  /** After a pass; the next one is scheduled anew. */
  void endPass() {
    nextPass = NEVER;
  }

  /** While anybody waits, all are matched an interval after the last time, or the first arrival. */
  void schedulePass(boolean anybodyWaits) {
    if (policy.timing() instanceof Timing.Every every) {
      if (!anybodyWaits) {
        nextPass = NEVER;
      } else if (nextPass.equals(NEVER)) {
        nextPass = now.plus(every.interval());
      }
    }
  }

  boolean isOver(Present<K> who) {
    return !who.request().expiresAt().isAfter(now);
  }

  /** Whether somebody has to ask for less by now. */
  boolean isToRelax(Present<K> who) {
    return policy.relaxation() && who.canRelax() && !who.relaxesAt().isAfter(now);
  }

  /** How many attempts at a rescue have no more use for somebody who comes now. */
  int rescuesPast(Present<K> who) {
    // After a restart, not all who are past it are due at once.
    return halfTime(who).isAfter(now) ? 0 : 1;
  }

  /** How many of somebody's relaxations are due at a moment. */
  int steps(WaitingRequest<K> request, Instant at) {
    return !policy.relaxation()
        ? 0
        : (int)
            request.relaxations().stream()
                .filter(step -> !request.submittedAt().plus(step.age()).isAfter(at))
                .count();
  }

  /** A group that takes nobody can only be rearranged, which ends earlier. */
  Instant closesAt(Unit<K> group) {
    boolean takesOthers = policy.joiners() && group.people() < group.most();
    return takesOthers || group.openUntil().isBefore(group.firstExpiry())
        ? group.openUntil()
        : group.firstExpiry();
  }

  private Instant attendsTo(Unit<K> unit) {
    Present<K> who = unit.who();
    Instant next = who.request().expiresAt();
    if (unit.rescues() < RESCUES && policy.rescueLead().isPositive()) {
      next = unit.rescues() == 0 ? halfTime(who) : lastAttempt(who);
    }
    if (policy.relaxation() && who.canRelax() && who.relaxesAt().isBefore(next)) {
      next = who.relaxesAt();
    }
    return next;
  }

  private Instant lastAttempt(Present<K> who) {
    return who.request().expiresAt().minus(policy.rescueLead());
  }

  /** Half the way to the last attempt. */
  private Instant halfTime(Present<K> who) {
    return who.submittedAt()
        .plus(Duration.between(who.submittedAt(), lastAttempt(who)).dividedBy(2));
  }
}
