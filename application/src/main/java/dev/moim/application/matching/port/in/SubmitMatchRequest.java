package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Asks for a group. Answers at once; the matching follows. */
@FunctionalInterface
public interface SubmitMatchRequest {
  /**
   * @param sizeMin smallest group that suits; by default the category's smallest
   * @param sizeMax greatest group that suits; by default the category's usual size
   * @param expiresAt when to give up; by default after the category's patience
   */
  record Command(
      Caller caller,
      String category,
      Map<String, FacetInput> condition,
      Optional<Integer> sizeMin,
      Optional<Integer> sizeMax,
      Optional<Instant> expiresAt) {
    public Command {
      condition = Map.copyOf(condition);
    }
  }

  /**
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_CATEGORY, INVALID_INPUT,
   *     LIVE_REQUEST_EXISTS with the id of the live one
   */
  MatchRequestView submit(Command command);
}
