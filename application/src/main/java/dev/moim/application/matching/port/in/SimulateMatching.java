package dev.moim.application.matching.port.in;

import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.Relaxation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Replays how people arrived, on a clock of its own, and says how well each of several policies
 * would have served them.
 */
@FunctionalInterface
public interface SimulateMatching {
  /**
   * Somebody who arrives. People with the same party arrive as one request, as soon as the last of
   * them is there; it expires with the first of them, and relaxes what all of them have agreed to
   * relax.
   *
   * @param person must say when they were submitted
   * @param expiresAt when they give up; by default after the category's patience
   * @param relaxations what they ask for no longer as they wait
   */
  record Arrival(
      MatchPeople.Person person, Optional<Instant> expiresAt, List<Relaxation> relaxations) {
    public Arrival {
      relaxations = List.copyOf(relaxations);
    }
  }

  /** A policy and what the report calls it. */
  record Contender(String name, MatchingPolicy policy) {}

  /**
   * @param category the key of the category in which all of them look for company
   * @param seed decides between what is equally good; the same command gives the same report
   * @param bound whether to find out how many could be matched at most by one who knows the future,
   *     which takes long for more than some thousands
   */
  record Command(
      String category, List<Arrival> arrivals, List<Contender> policies, long seed, boolean bound) {
    public Command {
      arrivals = List.copyOf(arrivals);
      policies = List.copyOf(policies);
    }
  }

  /**
   * How far a simulation has got.
   *
   * @param work the policy that is tried, or what else is found out
   * @param done how many of the requests have arrived
   * @param all how many will
   */
  record Progress(String work, int done, int all) {}

  /**
   * Returns a report for each policy, in the order of the command.
   *
   * @param progress is told now and then, by the calling thread
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_CATEGORY; INVALID_INPUT with all errors:
   *     those of {@link MatchPeople}, and {@code /people/7/submittedAt} (MISSING), {@code
   *     /people/7/expiresAt} (NOT_AFTER_SUBMISSION) and {@code /people/7/party}
   *     (PARTY_NEVER_TOGETHER)
   */
  List<Simulation> simulate(Command command, Consumer<Progress> progress);
}
