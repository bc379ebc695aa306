package dev.moim.application.matching.port.in;

import dev.moim.domain.shared.FieldError;
import java.util.List;

/** Says what is wrong with a list of arrivals, without replaying them. */
@FunctionalInterface
public interface CheckArrivals {
  /**
   * Returns everything for which {@link SimulateMatching} would refuse the arrivals; empty if it
   * would not.
   *
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_CATEGORY
   */
  List<FieldError> check(String category, List<SimulateMatching.Arrival> arrivals);
}
