package dev.moim.bootstrap.cli;

import dev.moim.application.matching.port.in.SimulateMatching.Contender;
import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.MatchingPolicy.Partners;
import dev.moim.domain.matching.MatchingPolicy.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A policy that can be tried by name: the default, or one that differs from it in some respect. */
record NamedPolicy(String name, String description, MatchingPolicy policy) {
  static final List<NamedPolicy> ALL =
      List.of(
          new NamedPolicy(
              "default",
              "what Moim does: decides at arrival, and does all that is missing below",
              MatchingPolicy.DEFAULT),
          new NamedPolicy(
              "no-joiners",
              "a group takes nobody in once it is formed",
              policy(Timing.atArrival(), Partners.SCARCEST, false, true, true)),
          new NamedPolicy(
              "no-rescue",
              "no last attempt for those who are about to give up",
              policy(Timing.atArrival(), Partners.SCARCEST, true, true, false)),
          new NamedPolicy(
              "no-rearranging",
              "who is in a group keeps all partners, even if somebody else could be rescued",
              new MatchingPolicy(
                  Timing.atArrival(),
                  Partners.SCARCEST,
                  true,
                  true,
                  MatchingPolicy.DEFAULT.rescueLead(),
                  false)),
          new NamedPolicy(
              "no-relaxation",
              "nobody asks for less as they wait",
              policy(Timing.atArrival(), Partners.SCARCEST, true, false, true)),
          new NamedPolicy(
              "oldest-first",
              "of several who suit, takes who has waited longest, not who is hardest to place",
              policy(Timing.atArrival(), Partners.OLDEST, true, true, true)),
          new NamedPolicy(
              "patient",
              "forms groups only when somebody is about to give up",
              policy(new Timing.BeforeExpiry(), Partners.SCARCEST, true, true, true)),
          new NamedPolicy(
              "every-minute",
              "forms groups of everybody at once, each minute",
              policy(new Timing.Every(Duration.ofMinutes(1)), Partners.SCARCEST, true, true, true)),
          new NamedPolicy(
              "every-5-minutes",
              "the same each five minutes",
              policy(new Timing.Every(Duration.ofMinutes(5)), Partners.SCARCEST, true, true, true)),
          new NamedPolicy(
              "plain",
              "decides at arrival, the oldest first; no joiners, no relaxation, no rescue",
              policy(Timing.atArrival(), Partners.OLDEST, false, false, false)));

  private static final String EVERY_ONE = "all";

  private static MatchingPolicy policy(
      Timing timing, Partners partners, boolean joiners, boolean relaxation, boolean rescue) {
    return new MatchingPolicy(
        timing,
        partners,
        joiners,
        relaxation,
        rescue ? MatchingPolicy.DEFAULT.rescueLead() : Duration.ZERO,
        true);
  }

  /**
   * The policies of some names, none twice; {@code all} stands for all.
   *
   * @return empty if there is no policy of one of the names
   */
  static Optional<List<Contender>> named(List<String> names) {
    if (!names.stream().allMatch(name -> ALL.stream().anyMatch(each -> each.isMeantBy(name)))) {
      return Optional.empty();
    }
    return Optional.of(
        names.stream()
            .flatMap(name -> ALL.stream().filter(each -> each.isMeantBy(name)))
            .distinct()
            .map(each -> new Contender(each.name, each.policy))
            .toList());
  }

  private boolean isMeantBy(String text) {
    return text.equals(name) || text.equals(EVERY_ONE);
  }

  /** All names, for a message. */
  static String names() {
    return ALL.stream().map(NamedPolicy::name).collect(Collectors.joining(", ")) + ", " + EVERY_ONE;
  }
}
