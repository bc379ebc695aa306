package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Axis;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.MatchCondition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The conditions of many candidates in a form that the machine compares quickly.
 *
 * <p><b>What it holds.</b> Each facet tells the positions of its {@link Axis} that an answer
 * accepts, and people have a common value on a facet exactly when they have a common position. So a
 * condition becomes one row of words, and the meet of a group is a row again, computed step by step
 * as members are added; no object is made for it. The facets stand in the row side by side:
 *
 * <ul>
 *   <li><i>Bits.</i> A facet of up to 64 positions takes as many bits of a word and shares the word
 *       with others: a meal (3 places, 5 times, 3 ways) is 11 bits, hence one word for everything.
 *       A longer facet takes words of its own. The meet is {@code &}; it is empty if no bit of some
 *       facet is left.
 *   <li><i>Spans.</i> Where every answer on a longer axis accepts an unbroken run of positions, as
 *       time windows and levels do, a word holds the first and the last position of it. The meet of
 *       runs is a run: greatest first, least last. It costs one word where bits would cost one per
 *       64 distinct starts, of which 100,000 people may have 100,000.
 * </ul>
 *
 * <p><b>What it costs.</b> A row takes 8 bytes for each word: 8 for a meal, 16 for an exercise. A
 * meet touches each word once. Compiling asks the axis once for each answer, twice where a long
 * axis turns out to have broken runs. A facet about which nobody asked takes no place at all.
 *
 * <p><b>Why not cells.</b> The combinations of all positions (45 for a meal, 28,800 for a large
 * domain) need not be listed: facets are independent, so a group has a common cell exactly when it
 * has a common position on each facet.
 *
 * <p>Immutable. A row under construction is a {@code long[]} of the caller's, {@link #width} words
 * from an offset.
 */
final class ConditionTable {
  /**
   * Facets of bits: a facet has a bit left where some word of {@code start..end-1} meets its mask.
   */
  private record Bits(int start, int end, long mask) {}

  private final int width;
  private final int bitWords;
  private final int[] starts;
  private final int[] ends;
  private final long[] masks;
  private final long[] rows;

  private ConditionTable(List<Bits> bits, int bitWords, int spans, int size) {
    this.width = bitWords + spans;
    this.bitWords = bitWords;
    this.starts = bits.stream().mapToInt(Bits::start).toArray();
    this.ends = bits.stream().mapToInt(Bits::end).toArray();
    this.masks = bits.stream().mapToLong(Bits::mask).toArray();
    this.rows = new long[Math.multiplyExact(width, size)];
  }

  /** Compiles the conditions; row {@code i} is that of the {@code i}-th. */
  static ConditionTable of(Category category, List<AllOf> conditions) {
    return new Compiler(conditions).compile(category);
  }

  /** How many words a row takes. */
  int width() {
    return width;
  }

  /** Copies a row to where a group begins. */
  void copy(int row, long[] into, int to) {
    System.arraycopy(rows, row * width, into, to, width);
  }

  /**
   * The meet of a group and one more row.
   *
   * @param group holds the group's words from {@code from}
   * @param into takes the result from {@code to}; may be {@code group}
   * @return false if it is empty; what was written is of no use then
   */
  boolean meet(long[] group, int from, int row, long[] into, int to) {
    int at = row * width;
    for (int word = 0; word < bitWords; word++) {
      into[to + word] = group[from + word] & rows[at + word];
    }
    for (int word = bitWords; word < width; word++) {
      long met = meetOfSpans(group[from + word], rows[at + word]);
      if (isEmptySpan(met)) {
        return false;
      }
      into[to + word] = met;
    }
    for (int facet = 0; facet < masks.length; facet++) {
      long left = 0;
      for (int word = starts[facet]; word < ends[facet]; word++) {
        left |= into[to + word];
      }
      if ((left & masks[facet]) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the meet of two rows is not empty. */
  boolean fit(int one, int other) {
    int a = one * width;
    int b = other * width;
    for (int facet = 0; facet < masks.length; facet++) {
      long left = 0;
      for (int word = starts[facet]; word < ends[facet]; word++) {
        left |= rows[a + word] & rows[b + word];
      }
      if ((left & masks[facet]) == 0) {
        return false;
      }
    }
    for (int word = bitWords; word < width; word++) {
      if (isEmptySpan(meetOfSpans(rows[a + word], rows[b + word]))) {
        return false;
      }
    }
    return true;
  }

  /** How many facets somebody asked about; the others suit everybody. */
  int facets() {
    return masks.length + width - bitWords;
  }

  /**
   * Who accepts the same value of a facet.
   *
   * @param facet from 0 to {@link #facets} - 1
   * @param candidates rows
   * @return for each value, the places in {@code candidates} of those who accept it; values that
   *     are accepted only by some of those who accept another may be missing
   */
  List<BitSet> sharing(int facet, int[] candidates) {
    return facet < masks.length
        ? sharingBits(facet, candidates)
        : sharingSpans(bitWords + facet - masks.length, candidates);
  }

  private List<BitSet> sharingBits(int facet, int[] candidates) {
    var sharing = new ArrayList<BitSet>();
    for (int word = starts[facet]; word < ends[facet]; word++) {
      for (long bits = masks[facet]; bits != 0; bits &= bits - 1) {
        int at = word;
        long bit = Long.lowestOneBit(bits);
        sharing.add(places(candidates, row -> (rows[row * width + at] & bit) != 0));
      }
    }
    return sharing;
  }

  /** A span that meets others meets them where one of all these begins. */
  private List<BitSet> sharingSpans(int word, int[] candidates) {
    return Arrays.stream(candidates)
        .map(row -> (int) (rows[row * width + word] >>> Integer.SIZE))
        .distinct()
        .mapToObj(first ->
            places(
                candidates,
                row -> !isEmptySpan(meetOfSpans(rows[row * width + word], span(first, first)))))
        .toList();
  }

  private static BitSet places(int[] candidates, IntPredicate accepts) {
    var places = new BitSet(candidates.length);
    for (int i = 0; i < candidates.length; i++) {
      places.set(i, accepts.test(candidates[i]));
    }
    return places;
  }

  private static long span(int first, int last) {
    return ((long) first << Integer.SIZE) | last;
  }

  private static long meetOfSpans(long one, long other) {
    int first = Math.max((int) (one >>> Integer.SIZE), (int) (other >>> Integer.SIZE));
    return span(first, Math.min((int) one, (int) other));
  }

  private static boolean isEmptySpan(long span) {
    return (int) (span >>> Integer.SIZE) > (int) span;
  }

  /** Lays out the rows and fills them. */
  private static final class Compiler {
    private final List<AllOf> conditions;
    private final List<Bits> bits = new ArrayList<>();
    private final List<Consumer<ConditionTable>> fillings = new ArrayList<>();
    private int bitWords;
    private int spans;
    private int sharedBits = Long.SIZE;

    Compiler(List<AllOf> conditions) {
      this.conditions = conditions;
    }

    ConditionTable compile(Category category) {
      var spanFacets = new LinkedHashMap<FacetKey, Axis>();
      for (Facet facet : category.facets()) {
        List<MatchCondition> answers =
            conditions.stream().flatMap(condition -> condition.of(facet.key()).stream()).toList();
        if (answers.isEmpty()) {
          continue;
        }
        Axis axis = facet.axis(answers);
        if (axis.size() > Long.SIZE && answers.stream().allMatch(a -> isRun(axis.accepted(a)))) {
          spanFacets.put(facet.key(), axis);
        } else {
          addBits(axis.size(), condition -> accepted(axis, condition.of(facet.key())));
        }
      }
      spanFacets.forEach(this::addSpan);
      refuseForeignFacets(category);
      var table = new ConditionTable(bits, bitWords, spans, conditions.size());
      fillings.forEach(filling -> filling.accept(table));
      return table;
    }

    private void addBits(int size, Function<AllOf, BitSet> accepted) {
      int start;
      int shift = 0;
      long mask = -1;
      if (size > Long.SIZE) {
        start = bitWords;
        bitWords += (size + Long.SIZE - 1) / Long.SIZE;
        sharedBits = Long.SIZE;
      } else {
        if (sharedBits + size > Long.SIZE) {
          bitWords++;
          sharedBits = 0;
        }
        start = bitWords - 1;
        shift = sharedBits;
        mask = (-1L >>> (Long.SIZE - size)) << shift;
        sharedBits += size;
      }
      bits.add(new Bits(start, bitWords, mask));
      int by = shift;
      fillings.add(table -> {
        for (int row = 0; row < conditions.size(); row++) {
          long[] words = accepted.apply(conditions.get(row)).toLongArray();
          for (int word = 0; word < words.length; word++) {
            table.rows[row * table.width + start + word] |= words[word] << by;
          }
        }
      });
    }

    private void addSpan(FacetKey facet, Axis axis) {
      int span = spans++;
      fillings.add(table -> {
        for (int row = 0; row < conditions.size(); row++) {
          BitSet positions = accepted(axis, conditions.get(row).of(facet));
          table.rows[row * table.width + table.bitWords + span] =
              positions.isEmpty()
                  ? span(1, 0)
                  : span(positions.nextSetBit(0), positions.length() - 1);
        }
      });
    }

    /** Whoever asks for a facet that the category no longer has fits nobody. */
    private void refuseForeignFacets(Category category) {
      Set<FacetKey> known =
          category.facets().stream().map(Facet::key).collect(Collectors.toUnmodifiableSet());
      if (conditions.stream().allMatch(c -> known.containsAll(c.facets().keySet()))) {
        return;
      }
      addBits(
          1,
          condition -> {
            var accepted = new BitSet(1);
            accepted.set(0, known.containsAll(condition.facets().keySet()));
            return accepted;
          });
    }

    private static BitSet accepted(Axis axis, Optional<MatchCondition> answer) {
      if (answer.isPresent()) {
        return axis.accepted(answer.get());
      }
      var all = new BitSet(axis.size());
      all.set(0, axis.size());
      return all;
    }

    private static boolean isRun(BitSet positions) {
      int first = Math.max(positions.nextSetBit(0), 0);
      return positions.nextSetBit(positions.nextClearBit(first)) < 0;
    }
  }
}
