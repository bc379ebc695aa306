package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for a group. Answers at once; the matching follows. */
@FunctionalInterface
public interface SubmitMatchRequest {
  /**
   * @param sizeMin smallest group that suits; by default the category's smallest
   * @param sizeMax greatest group that suits; by default the category's usual size
   * @param expiresAt when to give up; by default after the category's patience
   * @param relax names of the category's steps that the member agrees to
   * @param fillRooms whether a suitable open room will do as well
   * @param party nicknames of friends who are asked to come along; those from whom the caller is
   *     kept apart do not hear of it, as if they did not answer
   */
  record Command(
      Caller caller,
      String category,
      Map<String, FacetInput> condition,
      Optional<Integer> sizeMin,
      Optional<Integer> sizeMax,
      Optional<Instant> expiresAt,
      List<String> relax,
      boolean fillRooms,
      List<String> party) {
    public Command {
      condition = Map.copyOf(condition);
      relax = List.copyOf(relax);
      party = List.copyOf(party);
    }

    /** For one who comes alone, and asks for nothing that may be left out. */
    public Command(
        Caller caller,
        String category,
        Map<String, FacetInput> condition,
        Optional<Integer> sizeMin,
        Optional<Integer> sizeMax,
        Optional<Instant> expiresAt) {
      this(caller, category, condition, sizeMin, sizeMax, expiresAt, List.of(), false, List.of());
    }
  }

  /**
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_CATEGORY, INVALID_INPUT,
   *     LIVE_REQUEST_EXISTS with the id of the live one, MATCHING_PAUSED with the time until which
   */
  MatchRequestView submit(Command command);
}
