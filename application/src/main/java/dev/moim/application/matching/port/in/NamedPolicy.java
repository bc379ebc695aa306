package dev.moim.application.matching.port.in;

import dev.moim.application.matching.port.in.SimulateMatching.Contender;
import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.MatchingPolicy.Partners;
import dev.moim.domain.matching.MatchingPolicy.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A policy that can be tried by name: the default, or one that differs from it in some respect. */
public record NamedPolicy(String name, String description, MatchingPolicy policy) {
  public static final List<NamedPolicy> ALL = all();

  private static final String EVERY_ONE = "all";

  private static List<NamedPolicy> all() {
    MatchingPolicy usual = MatchingPolicy.DEFAULT;
    var all = new Parts(true, true, true, true);
    return List.of(
        new NamedPolicy(
            "default",
            "what Moim does: decides at arrival, and does all that is missing below",
            usual),
        new NamedPolicy(
            "no-joiners",
            "a group takes nobody in once it is formed",
            policy(usual.timing(), usual.partners(), new Parts(false, true, true, true))),
        new NamedPolicy(
            "no-relaxation",
            "nobody asks for less as they wait",
            policy(usual.timing(), usual.partners(), new Parts(true, false, true, true))),
        new NamedPolicy(
            "no-rescue",
            "no more effort for those who have waited long",
            policy(usual.timing(), usual.partners(), new Parts(true, true, false, true))),
        new NamedPolicy(
            "no-rearranging",
            "who is in a group keeps all partners, even if somebody else could be rescued",
            policy(usual.timing(), usual.partners(), new Parts(true, true, true, false))),
        new NamedPolicy(
            "oldest-first",
            "of several who suit, takes who has waited longest, not who is hardest to place",
            policy(usual.timing(), Partners.OLDEST, all)),
        new NamedPolicy(
            "patient",
            "forms groups only when somebody is about to give up",
            policy(new Timing.BeforeExpiry(), usual.partners(), all)),
        new NamedPolicy(
            "every-minute",
            "forms groups of everybody at once, each minute",
            policy(new Timing.Every(Duration.ofMinutes(1)), usual.partners(), all)),
        new NamedPolicy(
            "every-5-minutes",
            "the same each five minutes",
            policy(new Timing.Every(Duration.ofMinutes(5)), usual.partners(), all)),
        new NamedPolicy(
            "plain",
            "decides at arrival, the oldest first, and does nothing else",
            policy(usual.timing(), Partners.OLDEST, new Parts(false, false, false, false))));
  }

  /** What of the default is switched on. */
  private record Parts(boolean joiners, boolean relaxation, boolean rescue, boolean rearranging) {}

  private static MatchingPolicy policy(Timing timing, Partners partners, Parts parts) {
    return new MatchingPolicy(
        timing,
        partners,
        parts.joiners,
        parts.relaxation,
        parts.rescue ? MatchingPolicy.DEFAULT.rescueLead() : Duration.ZERO,
        parts.rearranging);
  }

  /**
   * The policies of some names, none twice; {@code all} stands for all.
   *
   * @return empty if there is no policy of one of the names
   */
  public static Optional<List<Contender>> named(List<String> names) {
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

  /** The policy of exactly that name; empty if there is none. */
  public static Optional<NamedPolicy> of(String name) {
    return ALL.stream().filter(each -> each.name.equals(name)).findFirst();
  }

  private boolean isMeantBy(String text) {
    return text.equals(name) || text.equals(EVERY_ONE);
  }

  /** All names, for a message. */
  public static String names() {
    return ALL.stream().map(NamedPolicy::name).collect(Collectors.joining(", ")) + ", " + EVERY_ONE;
  }
}
