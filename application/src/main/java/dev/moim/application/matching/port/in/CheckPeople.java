package dev.moim.application.matching.port.in;

import dev.moim.domain.shared.FieldError;
import java.util.List;

/** Says what is wrong with a list of people, without matching them. */
@FunctionalInterface
public interface CheckPeople {
  /**
   * Returns everything for which {@link MatchPeople} would refuse the list; empty if it would not.
   *
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_CATEGORY
   */
  List<FieldError> check(MatchPeople.Command command);
}
