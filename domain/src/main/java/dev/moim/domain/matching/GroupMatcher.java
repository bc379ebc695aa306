package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Forms groups of many candidates at once, so that as many people as possible are in one.
 *
 * <p>A group is valid if its number of people lies within what each member accepts, all members'
 * conditions have a non-empty meet, and nobody in it avoids another. A party is one candidate, so
 * it stays whole; one that is itself as large as it wants is a group even if nobody else suits, and
 * has company where that costs nobody a place. No invalid group is ever made, not even on the way.
 *
 * <p><b>How it works.</b> {@link Construction} forms groups greedily, scarcest candidates first.
 * {@link Prospects} finds out who can't be helped, and solves small separate parts of the pool
 * exactly ({@link ExactPacking}). {@link Improvement} then makes room for those left over by
 * dissolving a few groups at a time and solving them anew. All work on a {@link ConditionTable},
 * where a meet costs a few machine words, and a {@link FacetIndex}, which finds who suits whom.
 *
 * <p><b>What it costs.</b> Time n·1,024 for the construction; looking into who can't be helped and
 * bounding what is possible have budgets of their own, of up to some seconds where many are left
 * over ({@link #groups} does without them); then as many steps as allowed, of some 50 ns each,
 * though it stops when the upper bound is reached. Memory is some 100 bytes for each candidate,
 * besides the candidates themselves.
 *
 * <p>Deterministic: the same candidates in the same order, seed and steps give the same matching on
 * every machine. Stateless and thread-safe.
 */
public final class GroupMatcher {
  /** Steps that take about half a second, and bring hundreds of people close to the best. */
  public static final long USUAL_STEPS = 10_000_000;

  /** Which part of the steps is tried before the bound is made better, which takes time too. */
  private static final long BEFORE_TIGHTENING = 10;

  /** How often a pool that is matched again and again tries in vain for one of its candidates. */
  private static final int ATTEMPTS = 12;

  private GroupMatcher() {}

  /**
   * Forms the groups.
   *
   * @param candidates no two with the same id
   * @param seed decides between matchings that are equally good
   * @param steps how much work to spend on improving the first matching; 0 for none. The upper
   *     bound is looked for whatever it is
   */
  public static <K> Matching<K> match(
      Category category, List<Candidate<K>> candidates, long seed, long steps) {
    if (candidates.isEmpty()) {
      return new Matching<>(List.of(), List.of(), 0, 0);
    }
    var pool = Pool.of(category, candidates);
    var random = new SplittableRandom(seed);
    var packing = new Packing(pool);
    var exact = new ExactPacking(pool);
    new Construction(pool, packing, exact, random).run();
    var prospects = new Prospects(pool, packing, exact);
    prospects.examine();
    var improvement = new Improvement(pool, packing, exact, random, prospects.settled());
    long first = steps / BEFORE_TIGHTENING;
    improvement.run(prospects.upperBound(), new Effort(first));
    if (packing.matched() < prospects.upperBound()) {
      prospects.tighten();
      improvement.run(prospects.upperBound(), new Effort(steps - first));
    }
    new Company(pool, packing).find();
    return result(category, candidates, packing, prospects);
  }

  /**
   * Forms groups like {@link #match}, without asking how many there could be at the most: for a
   * pool that is matched again and again, where the time it takes must be bounded.
   *
   * @return the groups, in the order of their first members
   */
  public static <K> List<Group<K>> groups(
      Category category, List<Candidate<K>> candidates, long seed, long steps) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    var pool = Pool.of(category, candidates);
    var random = new SplittableRandom(seed);
    var packing = new Packing(pool);
    var exact = new ExactPacking(pool);
    new Construction(pool, packing, exact, random).run();
    new Improvement(pool, packing, exact, random, new boolean[pool.size()])
        .run(Integer.MAX_VALUE, ATTEMPTS, new Effort(steps));
    new Company(pool, packing).find();
    return groups(category, candidates, packing);
  }

  private static <K> Matching<K> result(
      Category category, List<Candidate<K>> candidates, Packing packing, Prospects prospects) {
    var unmatched = new ArrayList<Unmatched<K>>();
    int people = 0;
    for (int i = 0; i < candidates.size(); i++) {
      people += candidates.get(i).people();
      if (packing.isOpen(i)) {
        unmatched.add(new Unmatched<>(candidates.get(i).id(), prospects.reason(i)));
      }
    }
    return new Matching<>(
        groups(category, candidates, packing), unmatched, people, prospects.upperBound());
  }

  private static <K> List<Group<K>> groups(
      Category category, List<Candidate<K>> candidates, Packing packing) {
    var groups = new ArrayList<Group<K>>();
    for (int i = 0; i < candidates.size(); i++) {
      if (!packing.isOpen(i)) {
        int[] members = packing.groupOf(i).clone();
        Arrays.sort(members);
        if (members[0] == i) {
          groups.add(group(category, Arrays.stream(members).mapToObj(candidates::get).toList()));
        }
      }
    }
    return groups;
  }

  private static <K> Group<K> group(Category category, List<Candidate<K>> members) {
    // A party's wish counts once for each of its people.
    List<AllOf> wishes =
        members.stream()
            .flatMap(member -> Collections.nCopies(member.people(), member.condition()).stream())
            .toList();
    AllOf agreed =
        category
            .agree(wishes)
            .orElseThrow(() -> new IllegalStateException("a group without a common condition"));
    int people = members.stream().mapToInt(Candidate::people).sum();
    return new Group<>(members.stream().map(Candidate::id).toList(), people, agreed);
  }
}
