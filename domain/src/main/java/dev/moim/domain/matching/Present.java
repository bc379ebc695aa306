package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.GroupSize;
import java.time.Instant;
import java.util.List;

/** Somebody in an online pool, with what they ask for by now. Immutable; compared by identity. */
final class Present<K> {
  private final WaitingRequest<K> request;
  private final int steps;
  private final AllOf condition;
  private final GroupSize size;
  private final long[] row;

  /**
   * @param steps how many of the request's relaxations count
   */
  Present(WaitingRequest<K> request, int steps, Layout layout) {
    List<Relaxation> taken = request.relaxations().subList(0, steps);
    this.request = request;
    this.steps = steps;
    condition = Relaxation.relaxed(request.condition(), taken);
    size = Relaxation.relaxed(request.size(), taken);
    row = new long[layout.width()];
    layout.encode(condition, row, 0);
  }

  WaitingRequest<K> request() {
    return request;
  }

  K id() {
    return request.id();
  }

  int people() {
    return request.people();
  }

  Instant submittedAt() {
    return request.submittedAt();
  }

  AllOf condition() {
    return condition;
  }

  GroupSize size() {
    return size;
  }

  /** The condition in writing, which nobody changes. */
  long[] row() {
    return row;
  }

  /** How many relaxations count. */
  int steps() {
    return steps;
  }

  /** Whether there is a relaxation that does not count yet. */
  boolean canRelax() {
    return steps < request.relaxations().size();
  }

  /** When the next relaxation is due. */
  Instant relaxesAt() {
    return submittedAt().plus(nextRelaxation().age());
  }

  /** The next relaxation. */
  Relaxation nextRelaxation() {
    return request.relaxations().get(steps);
  }
}
