package dev.moim.application.matching.service;

import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.MatchingPolicy;
import dev.moim.domain.matching.Relaxation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an operator may set about random matching in one category.
 *
 * <p>Where members are asked for their acceptance, they are asked about a group as it stands: so it
 * takes nobody in and gives nobody away meanwhile, and the policy's joiners and rearranging are
 * switched off, whatever was set. Where the policy does not relax, no steps are offered.
 *
 * @param policy how groups are formed
 * @param acceptance for how long the members of a proposed group may accept it, {@link
 *     #LEAST_ACCEPTANCE} to {@link #MOST_ACCEPTANCE}; empty if nobody is asked
 * @param avoidPartners for how long the partners of a meeting are avoided while there is another
 *     way, at most {@link #MOST_AVOIDANCE}; zero for never
 * @param relaxations the steps to which members may consent, none named twice; each comes at an age
 *     below {@link Category#MOST_PATIENCE}
 * @param lead how long after it is formed a meeting starts at the earliest, at most {@link
 *     #MOST_LEAD}
 */
public record PoolSettings(
    MatchingPolicy policy,
    Optional<Duration> acceptance,
    Duration avoidPartners,
    List<Relaxation> relaxations,
    Duration lead) {
  public static final Duration LEAST_ACCEPTANCE = Duration.ofSeconds(30);
  public static final Duration MOST_ACCEPTANCE = Duration.ofHours(1);
  public static final Duration MOST_AVOIDANCE = Duration.ofDays(366);
  public static final Duration MOST_LEAD = Duration.ofHours(24);

  /**
   * Decides as {@link MatchingPolicy#DEFAULT} does, asks nobody for acceptance, avoids partners for
   * a week, offers no relaxation, and meets half an hour later at the earliest.
   */
  public static final PoolSettings DEFAULT =
      new PoolSettings(
          MatchingPolicy.DEFAULT,
          Optional.empty(),
          Duration.ofDays(7),
          List.of(),
          Duration.ofMinutes(30));

  public PoolSettings {
    acceptance.ifPresent(
        time -> requireWithin(time, LEAST_ACCEPTANCE, MOST_ACCEPTANCE, "30 s to 1 h"));
    requireWithin(avoidPartners, Duration.ZERO, MOST_AVOIDANCE, "0 to 366 days");
    requireWithin(lead, Duration.ZERO, MOST_LEAD, "0 to 24 h");
    relaxations = policy.relaxation() ? List.copyOf(relaxations) : List.of();
    if (relaxations.stream().map(Relaxation::name).distinct().count() < relaxations.size()) {
      throw new IllegalArgumentException("a step is named twice");
    }
    for (Relaxation step : relaxations) {
      if (step.age().compareTo(Category.MOST_PATIENCE) >= 0) {
        throw new IllegalArgumentException(
            "the step " + step.name() + " comes before 24 h, and not after " + step.age());
      }
    }
    if (acceptance.isPresent()) {
      policy =
          new MatchingPolicy(
              policy.timing(),
              policy.partners(),
              false,
              policy.relaxation(),
              policy.rescueLead(),
              false);
    }
  }

  private static void requireWithin(Duration value, Duration least, Duration most, String range) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException("from " + range + ", and not " + value);
    }
  }

  public PoolSettings withPolicy(MatchingPolicy other) {
    return new PoolSettings(other, acceptance, avoidPartners, relaxations, lead);
  }

  public PoolSettings withAcceptance(Duration time) {
    return new PoolSettings(policy, Optional.of(time), avoidPartners, relaxations, lead);
  }

  public PoolSettings withAvoidPartners(Duration time) {
    return new PoolSettings(policy, acceptance, time, relaxations, lead);
  }

  public PoolSettings withRelaxations(List<Relaxation> steps) {
    return new PoolSettings(policy, acceptance, avoidPartners, steps, lead);
  }

  public PoolSettings withLead(Duration time) {
    return new PoolSettings(policy, acceptance, avoidPartners, relaxations, time);
  }
}
