package dev.moim.application.matching;

import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody asks for; anything to eat, unless it says more. */
final class Ask {
  private final Caller caller;
  private final Map<String, FacetInput> condition = new HashMap<>();
  private String category = "meal";
  private Optional<Integer> least = Optional.empty();
  private Optional<Integer> most = Optional.empty();
  private Optional<Instant> expiresAt = Optional.empty();
  private List<String> relax = List.of();
  private boolean fillRooms;
  private List<String> party = List.of();

  private Ask(Caller caller) {
    this.caller = caller;
  }

  static Ask by(Caller member) {
    return new Ask(member);
  }

  Ask category(String key) {
    category = key;
    return this;
  }

  Ask at(String... places) {
    condition.put("place", new FacetInput.Choice(List.of(places)));
    return this;
  }

  Ask times(String... times) {
    condition.put("time", new FacetInput.Choice(List.of(times)));
    return this;
  }

  /** Free from then on until then. */
  Ask free(Instant from, Instant to) {
    condition.put("when", new FacetInput.Span(from.toString(), to.toString()));
    return this;
  }

  Ask sizes(int min, int max) {
    least = Optional.of(min);
    most = Optional.of(max);
    return this;
  }

  Ask until(Instant end) {
    expiresAt = Optional.of(end);
    return this;
  }

  Ask relaxing(String... steps) {
    relax = List.of(steps);
    return this;
  }

  Ask orInRooms() {
    fillRooms = true;
    return this;
  }

  Ask with(String... friends) {
    party = List.of(friends);
    return this;
  }

  SubmitMatchRequest.Command command() {
    return new SubmitMatchRequest.Command(
        caller, category, condition, least, most, expiresAt, relax, fillRooms, party);
  }
}
