package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.CategoryKey;
import java.time.LocalDate;
import java.util.List;

/**
 * How several policies would have served the people of a day, and what really became of them.
 *
 * @param policies in the order in which they were named
 */
public record DryRun(
    CategoryKey category, LocalDate date, Happened happened, List<Simulation> policies) {
  public DryRun {
    policies = List.copyOf(policies);
  }

  /**
   * What became of the people of that day so far. Whoever is none of the last three still waits.
   *
   * @param matched who has a group or a seat
   * @param expired who waited in vain
   * @param cancelled who took their request back, or was taken out
   */
  public record Happened(int people, int matched, int expired, int cancelled) {}
}
