package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The candidates of one matching as arrays: candidate {@code i} is the {@code i}-th that was given.
 * Immutable.
 */
final class Pool {
  private static final int[] NOBODY = {};

  private final int size;
  private final int[] people;
  private final int[] least;
  private final int[] most;
  private final int[][] avoided;
  private final ConditionTable conditions;
  private final int[] byAge;

  private <K> Pool(Category category, List<Candidate<K>> candidates) {
    size = candidates.size();
    people = candidates.stream().mapToInt(Candidate::people).toArray();
    least = candidates.stream().mapToInt(candidate -> candidate.size().min()).toArray();
    most = candidates.stream().mapToInt(candidate -> candidate.size().max()).toArray();
    avoided = avoided(candidates);
    List<AllOf> wishes = candidates.stream().map(Candidate::condition).toList();
    conditions = ConditionTable.of(category, wishes);
    byAge = rankByAge(candidates);
  }

  static <K> Pool of(Category category, List<Candidate<K>> candidates) {
    return new Pool(category, candidates);
  }

  private static <K> int[][] avoided(List<Candidate<K>> candidates) {
    Map<K, Integer> places = HashMap.newHashMap(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      if (places.put(candidates.get(i).id(), i) != null) {
        throw new IllegalArgumentException("two candidates are " + candidates.get(i).id());
      }
    }
    long[] pairs =
        IntStream.range(0, candidates.size())
            .boxed()
            .flatMapToLong(
                i -> candidates.get(i).avoids().stream().flatMapToLong(id -> pair(places, i, id)))
            .sorted()
            .distinct()
            .toArray();
    int[][] avoided = new int[candidates.size()][];
    Arrays.fill(avoided, NOBODY);
    int from = 0;
    for (int to = 1; to <= pairs.length; to++) {
      int who = (int) (pairs[from] >>> Integer.SIZE);
      if (to == pairs.length || (int) (pairs[to] >>> Integer.SIZE) != who) {
        avoided[who] = Arrays.stream(pairs, from, to).mapToInt(pair -> (int) pair).toArray();
        from = to;
      }
    }
    return avoided;
  }

  /** Both directions of an avoidance, each as one number that sorts by who, then by whom. */
  private static <K> LongStream pair(Map<K, Integer> places, int i, K id) {
    Integer other = places.get(id);
    if (other == null || other == i) {
      return LongStream.empty();
    }
    return LongStream.of(((long) i << Integer.SIZE) | other, ((long) other << Integer.SIZE) | i);
  }

  private static <K> int[] rankByAge(List<Candidate<K>> candidates) {
    int[] rank = new int[candidates.size()];
    List<Integer> oldestFirst =
        IntStream.range(0, candidates.size())
            .boxed()
            .sorted((a, b) ->
                candidates.get(a).submittedAt().compareTo(candidates.get(b).submittedAt()))
            .toList();
    for (int i = 0; i < rank.length; i++) {
      rank[oldestFirst.get(i)] = i;
    }
    return rank;
  }

  int size() {
    return size;
  }

  /** How many people candidate {@code i} is. */
  int people(int i) {
    return people[i];
  }

  /** How many people candidate {@code i}'s group must have at the least. */
  int least(int i) {
    return least[i];
  }

  /** How many people candidate {@code i}'s group may have at the most. */
  int most(int i) {
    return most[i];
  }

  /** Whether candidate {@code i}'s group may have so many people. */
  boolean accepts(int i, int size) {
    return least[i] <= size && size <= most[i];
  }

  /** Place of candidate {@code i} among all, the oldest first; no two have the same. */
  int age(int i) {
    return byAge[i];
  }

  ConditionTable conditions() {
    return conditions;
  }

  /** Whether two candidates would suit each other, whatever sizes they accept. */
  boolean suit(int i, int j) {
    return conditions.fit(i, j)
        && (avoided[i].length == 0 || Arrays.binarySearch(avoided[i], j) < 0);
  }

  /** Whether two candidates may be in one group; necessary for a valid group, not sufficient. */
  boolean compatible(int i, int j) {
    int mostOfBoth = Math.min(most[i], most[j]);
    return people[i] + people[j] <= mostOfBoth
        && Math.max(least[i], least[j]) <= mostOfBoth
        && suit(i, j);
  }

  /** Whether candidate {@code i} is a party that is a valid group all by itself. */
  boolean isGroupAlone(int i) {
    return least[i] <= people[i] && people[i] <= most[i] && conditions.fit(i, i);
  }
}
