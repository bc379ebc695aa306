package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.MatchCondition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks out for those who wait in a pool, or think of doing so: who suits them now, and what is to
 * be expected. Changes nothing. Not thread-safe.
 */
final class Lookout<K> {
  /** How many who wait are tried as those with whom a group could be joined. */
  private static final int MOST_HELPERS = 64;

  private final Category category;
  private final MatchingPolicy policy;
  private final Layout layout;
  private final UnitTable<K> units;
  private final RecentArrivals arrivals;
  private final ChanceModel chances;
  private final FacetIndex.Probe probe;

  Lookout(
      Category category,
      MatchingPolicy policy,
      Layout layout,
      UnitTable<K> units,
      RecentArrivals arrivals,
      ChanceModel chances) {
    this.category = category;
    this.policy = policy;
    this.layout = layout;
    this.units = units;
    this.arrivals = arrivals;
    this.chances = chances;
    probe = units.index().probe();
  }

  /**
   * What somebody can be told.
   *
   * @param waiting how many people wait, themselves included
   */
  Outlook outlook(Present<K> who, int waiting, Instant at) {
    List<Double> probabilities = chances.probabilities(prospects(who, at));
    var told = new ArrayList<Outlook.Chance>();
    for (int i = 0; i < probabilities.size(); i++) {
      told.add(
          new Outlook.Chance(Duration.ofMinutes(ChanceModel.MINUTES[i]), probabilities.get(i)));
    }
    BitSet own = own(who);
    int suitable = gained(who, who.row(), own);
    return new Outlook(waiting, suitable, told, hints(who, suitable, own));
  }

  /** What is to be expected within each of the horizons, relaxations included. */
  List<ChanceModel.Prospect> prospects(Present<K> who, Instant at) {
    double[] people = new double[ChanceModel.MINUTES.length];
    double[] deviation = new double[people.length];
    int[] needed = new int[people.length];
    Instant end = who.request().expiresAt();
    Present<K> stage = who;
    Instant from = at;
    while (from.isBefore(end)) {
      boolean relaxes = policy.relaxation() && stage.canRelax();
      Instant until = relaxes && stage.relaxesAt().isBefore(end) ? stage.relaxesAt() : end;
      RecentArrivals.Expected expected = arrivals.expectedFor(stage, Timetable.micros(at));
      for (int i = 0; i < people.length; i++) {
        Instant horizon = at.plus(Duration.ofMinutes(ChanceModel.MINUTES[i]));
        Instant to = until.isBefore(horizon) ? until : horizon;
        if (from.isBefore(to)) {
          double coming = expected.rate() * ChronoUnit.MICROS.between(from, to);
          people[i] += coming;
          // What is too much for one stage is for all, as who suits in one does in the next.
          deviation[i] += coming / Math.sqrt(expected.people());
          needed[i] = stage.size().min() - stage.people();
        }
      }
      if (relaxes) {
        stage = new Present<>(who.request(), stage.steps() + 1, layout);
      }
      from = until.isAfter(from) ? until : from;
    }
    var prospects = new ArrayList<ChanceModel.Prospect>();
    for (int i = 0; i < people.length; i++) {
      double relative = people[i] > 0 ? deviation[i] / people[i] : 1;
      prospects.add(
          new ChanceModel.Prospect(people[i], 1 / (relative * relative), Math.max(needed[i], 1)));
    }
    return prospects;
  }

  /**
   * How many of the others suit somebody, each by themselves, whether or not a group is possible.
   */
  int suitable(Present<K> who) {
    return slots(who, who.row(), own(who)).stream().map(slot -> units.unit(slot).people()).sum();
  }

  /**
   * Where somebody is themselves, which counts for nothing. Who must not be in one group with them
   * counts like anybody: what is told changes with no block, or it would tell of it.
   */
  private BitSet own(Present<K> who) {
    var own = new BitSet();
    units.slotOf(who.id()).ifPresent(own::set);
    return own;
  }

  /**
   * How many people would suit somebody who asked for this instead. A group that they could not
   * join counts for nothing: one that is too small for them, even with others who wait.
   */
  private int gained(Present<K> who, long[] asked, BitSet own) {
    BitSet found = slots(who, asked, own);
    int[] waiting =
        found.stream().filter(slot -> !units.isGroup(slot)).limit(MOST_HELPERS).toArray();
    return found.stream()
        .filter(slot -> !units.isGroup(slot) || canJoin(who, slot, waiting))
        .map(slot -> units.unit(slot).people())
        .sum();
  }

  /** Whether somebody, and some of those who wait, make a group large enough for all of them. */
  private boolean canJoin(Present<K> who, int group, int[] waiting) {
    Pool pool = units.pool();
    int most = Math.min(pool.most(group), who.size().max());
    int least = who.size().min();
    int people = pool.people(group) + who.people();
    for (int i = 0; i < waiting.length && people < least; i++) {
      if (pool.compatible(group, waiting[i]) && people + pool.people(waiting[i]) <= most) {
        people += pool.people(waiting[i]);
      }
    }
    return people >= least;
  }

  /** Where there are others who suit somebody who asks for this, each by themselves. */
  private BitSet slots(Present<K> who, long[] asked, BitSet own) {
    var slots = new BitSet();
    probe.aim(asked, 0);
    for (int slot = probe.next(); slot != FacetIndex.NONE; slot = probe.next()) {
      if (units.pool().compatible(slot, asked, who.people(), who.size().min(), who.size().max())
          && (policy.joiners() || !units.isGroup(slot))
          && !own.get(slot)) {
        slots.set(slot);
      }
    }
    return slots;
  }

  private List<Outlook.Hint> hints(Present<K> who, int suitable, BitSet own) {
    var hints = new ArrayList<Outlook.Hint>();
    for (Facet facet : category.facets()) {
      Optional<MatchCondition> asked = who.condition().of(facet.key());
      List<MatchCondition> wider = asked.map(facet::wider).orElse(List.of());
      wider.stream()
          .map(each -> hint(who, facet.key(), each, suitable, own))
          .max(Comparator.comparingInt(Outlook.Hint::morePeople))
          .filter(hint -> hint.morePeople() > 0)
          .ifPresent(hints::add);
    }
    hints.sort(Comparator.comparingInt(Outlook.Hint::morePeople).reversed());
    return hints;
  }

  private Outlook.Hint hint(
      Present<K> who, FacetKey facet, MatchCondition wider, int suitable, BitSet own) {
    Map<FacetKey, MatchCondition> facets = new TreeMap<>(who.condition().facets());
    facets.put(facet, wider);
    long[] asked = new long[layout.width()];
    layout.encode(new AllOf(facets), asked, 0);
    return new Outlook.Hint(facet, wider, gained(who, asked, own) - suitable);
  }
}
