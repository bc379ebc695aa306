package dev.moim.domain.matching;

import dev.moim.domain.matching.Unmatched.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can be said for certain about who can be matched at all: who has no possible group, which
 * candidates can only be matched among themselves, and hence an upper bound.
 *
 * <p>Nobody has a group with somebody of another <i>component</i> of the graph of compatible pairs.
 * A component of a few candidates is solved exactly; of a greater one it is known that its groups'
 * sizes, each from the smallest to the greatest that anybody in it accepts, add up to what is
 * matched. Where that leaves room, {@link #tighten} divides the component by the {@link Cells} in
 * which groups are possible at all, and bounds its parts by linear programming ({@link DualBound});
 * with that, parts in which only neighbours suit each other are solved too ({@link SweepPacking}).
 */
final class Prospects {
  private static final long STEPS_FOR_ONE = 20_000;
  private static final long STEPS_FOR_COMPONENT = 2_000_000;
  private static final long STEPS_FOR_ALL_COMPONENTS = 50_000_000;

  private static final long STEPS_FOR_DUALS = 30_000_000;

  /** Comparisons and blocks looked at, to find out who has nobody. */
  private static final long STEPS_FOR_ISOLATION = 500_000_000;

  /** A linear program of more candidates would take too much time and memory. */
  private static final int MOST_FOR_DUALS = 1_500;

  /** Candidates who are matched only among themselves, and how many people of them at most. */
  private static final class Part {
    final int[] candidates;
    final int bound;

    Part(int[] candidates, int bound) {
      this.candidates = candidates;
      this.bound = bound;
    }
  }

  private final Pool pool;
  private final Packing packing;
  private final ExactPacking exact;
  private final Reason[] reasons;
  private final boolean[] settled;
  private final Effort exactEffort = new Effort(STEPS_FOR_ALL_COMPONENTS);
  private final Effort dualEffort = new Effort(STEPS_FOR_DUALS);
  private final Effort isolationEffort = new Effort(STEPS_FOR_ISOLATION);
  private final FacetIndex index;
  private final FacetIndex.Probe probe;
  private final long[] row;
  private List<Part> parts = List.of();

  Prospects(Pool pool, Packing packing, ExactPacking exact) {
    this.pool = pool;
    this.packing = packing;
    this.exact = exact;
    this.reasons = new Reason[pool.size()];
    this.settled = new boolean[pool.size()];
    Arrays.fill(reasons, Reason.LEFT_OVER);
    row = new long[pool.conditions().width()];
    index = FacetIndex.of(pool);
    probe = index.probe();
  }

  /** Why a candidate has no group, should they have none in the end. */
  Reason reason(int candidate) {
    return reasons[candidate];
  }

  /**
   * Those whom no change could help: without a possible group, or in a component that is solved.
   */
  boolean[] settled() {
    return settled;
  }

  /** No matching has more people. */
  int upperBound() {
    return parts.stream().mapToInt(part -> part.bound).sum();
  }

  /** Looks into everybody's prospects, and improves the packing where a component can be solved. */
  void examine() {
    settleIsolated();
    parts = components().stream().map(this::examine).toList();
  }

  /**
   * Finds a better bound, at some cost, where fewer are matched than the one known allows; improves
   * the packing where a part that turns up can be solved.
   */
  void tighten() {
    parts = parts.stream().flatMap(this::tighten).toList();
  }

  /**
   * Finds out who has no possible group. They are in nobody's group, so those of whom it could not
   * be said for certain, for the number of others who suit, are asked about again without them.
   */
  private void settleIsolated() {
    int[] unknown = IntStream.range(0, packing.openCount()).map(packing::open).toArray();
    int before;
    do {
      before = unknown.length;
      unknown = Arrays.stream(unknown).filter(who -> !isProspectKnown(who)).toArray();
    } while (0 < unknown.length && unknown.length < before);
  }

  private boolean isProspectKnown(int who) {
    int[] candidates = new int[ExactPacking.MOST];
    int count = 0;
    candidates[count++] = who;
    boolean suited = false;
    pool.conditions().copy(who, row, 0);
    probe.aim(row, 0);
    boolean isSearched = true;
    for (int block = 0; block < index.blocks() && count < candidates.length; block++) {
      if (isolationEffort.isExhausted()) {
        isSearched = false;
        break;
      }
      long found = probe.find(block);
      isolationEffort.spend(1 + Long.bitCount(found));
      for (; found != 0 && count < candidates.length; found &= found - 1) {
        int other = FacetIndex.slot(block, found);
        if (other != who && pool.suit(who, other)) {
          suited = true;
          if (!settled[other] && pool.compatible(who, other)) {
            candidates[count++] = other;
          }
        }
      }
    }
    if (exact.searchGroupOfFirst(candidates, count, STEPS_FOR_ONE)) {
      return true;
    }
    boolean everybody = isSearched && count < candidates.length;
    if (exact.isCertain() && everybody) {
      settled[who] = true;
      reasons[who] = suited ? Reason.NO_GROUP_OF_ACCEPTED_SIZE : Reason.NOBODY_COMPATIBLE;
    }
    return settled[who];
  }

  /** The components of those who have prospects; if the effort is spent, the rest counts as one. */
  private List<int[]> components() {
    int[] rest = new int[pool.size()];
    int left = 0;
    for (int i = 0; i < rest.length; i++) {
      if (!settled[i]) {
        rest[left++] = i;
      }
    }
    var components = new ArrayList<int[]>();
    int[] reached = new int[left];
    while (left > 0) {
      int count = 0;
      reached[count++] = rest[--left];
      for (int at = 0; at < count; at++) {
        exactEffort.spend(left / 4);
        boolean everybody = exactEffort.isExhausted();
        int kept = 0;
        for (int i = 0; i < left; i++) {
          if (everybody || pool.compatible(reached[at], rest[i])) {
            reached[count++] = rest[i];
          } else {
            rest[kept++] = rest[i];
          }
        }
        left = kept;
      }
      components.add(Arrays.copyOf(reached, count));
    }
    return components;
  }

  /** Solves a part exactly if it is small; otherwise bounds it by what sizes add up to. */
  private Part examine(int[] candidates) {
    int[] reachable = reachable(candidates);
    int bound = reachable[reachable.length - 1];
    int matched = matched(candidates);
    if (matched < bound && candidates.length <= ExactPacking.MOST && !exactEffort.isExhausted()) {
      if (exact.search(candidates, candidates.length, matched, STEPS_FOR_COMPONENT)) {
        matched = exact.matched();
        packing.regroup(candidates, candidates.length, exact);
      }
      exactEffort.spend(exact.stepsTaken());
      if (exact.isCertain()) {
        bound = matched;
      }
    }
    return settledIfDone(new Part(candidates, bound));
  }

  private Stream<Part> tighten(Part part) {
    if (matched(part.candidates) == part.bound || part.candidates.length > MOST_FOR_DUALS) {
      return Stream.of(settledIfDone(part));
    }
    return Cells.among(pool, part.candidates, dualEffort)
        .map(cells -> tighten(part, cells))
        .orElse(Stream.of(part));
  }

  private Stream<Part> tighten(Part part, Cells cells) {
    List<int[]> divided = cells.parts();
    Set<Integer> placed =
        divided.stream().flatMapToInt(Arrays::stream).boxed().collect(Collectors.toSet());
    if (divided.size() == 1 && placed.size() == part.candidates.length) {
      int bound = Math.min(part.bound, dualBound(cells));
      return Stream.of(settledIfDone(new Part(part.candidates, bound)));
    }
    for (int candidate : part.candidates) {
      if (!placed.contains(candidate)) {
        settled[candidate] = true;
        reasons[candidate] = Reason.NO_GROUP_OF_ACCEPTED_SIZE;
      }
    }
    return divided.stream().map(this::examine).flatMap(this::tighten);
  }

  private int dualBound(Cells cells) {
    int[] candidates = cells.candidates();
    var dual = new DualBound(cells, reachable(candidates));
    Map<Integer, Integer> places = HashMap.newHashMap(candidates.length);
    for (int place = 0; place < candidates.length; place++) {
      places.put(candidates[place], place);
    }
    for (int candidate : candidates) {
      if (!packing.isOpen(candidate) && packing.groupOf(candidate)[0] == candidate) {
        dual.suggest(Arrays.stream(packing.groupOf(candidate)).map(places::get).sorted().toArray());
      }
    }
    return sweep(candidates, dual.find(matched(candidates), dualEffort), dual.prices());
  }

  /** Tries whether as many can be matched as the bound allows, and if not, the next fewer, … */
  private int sweep(int[] candidates, int bound, double[] prices) {
    int[] reachable = reachable(candidates);
    int matched = matched(candidates);
    int people = bound;
    if (people > matched) {
      var sweep = new SweepPacking(pool, candidates, prices);
      while (people > matched) {
        if (sweep.search(people, dualEffort)) {
          packing.regroup(candidates, sweep.groups());
          return people;
        }
        if (!sweep.isCertain()) {
          return people;
        }
        people = reachable[people - 1];
      }
    }
    return people;
  }

  private Part settledIfDone(Part part) {
    if (matched(part.candidates) == part.bound) {
      for (int candidate : part.candidates) {
        settled[candidate] = true;
      }
    }
    return part;
  }

  private int matched(int[] candidates) {
    return Arrays.stream(candidates).filter(each -> !packing.isOpen(each)).map(pool::people).sum();
  }

  /** For each number of people, how many of them groups of sizes that somebody accepts can have. */
  private int[] reachable(int[] candidates) {
    return Sizes.reachable(
        Arrays.stream(candidates).map(pool::people).sum(),
        Arrays.stream(candidates).map(pool::least).min().orElse(1),
        Arrays.stream(candidates).map(pool::most).max().orElse(1));
  }
}
