package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Encoding;
import dev.moim.domain.condition.Encoding.Stretch;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.MatchCondition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where in a row of words each facet of a category stands, and how two rows meet.
 *
 * <p>A condition becomes a row, and the meet of a group is a row again, computed step by step as
 * members are added; no object is made for it. The facets stand in the row side by side:
 *
 * <ul>
 *   <li><i>Positions</i> ({@link Encoding.Positions}) take a bit each. A facet of up to 64 shares a
 *       word with others: a meal (3 places, 5 times, 3 ways) is 11 bits, hence one word for
 *       everything. A longer facet takes words of its own. The meet is {@code &}; it is empty if no
 *       bit of some facet is left.
 *   <li><i>Stretches</i> ({@link Encoding.Line}), such as time windows, take three words: where
 *       they begin, where they end, and how long a common part must be. The meet has the greatest
 *       beginning, the least end and the greatest length.
 * </ul>
 *
 * <p>A meet touches each word once, and each facet. The combinations of all positions (45 for a
 * meal, 28,800 for a large domain) are not listed: facets are independent, so a group has a common
 * combination exactly when it has a common position on each facet.
 *
 * <p>Immutable and thread-safe.
 */
final class Layout {
  private static final int WORDS_OF_STRETCH = 3;

  /** A facet of bits: one is left where some word of {@code start..end-1} meets the mask. */
  record Bits(FacetKey facet, int start, int end, long mask, int shift, int size) {}

  /** A facet of stretches, which begins at a word. */
  record Line(FacetKey facet, int start, int coarseness) {}

  private final List<Bits> bits = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Function<MatchCondition, BitSet>> positions = new ArrayList<>();
  private final List<Function<MatchCondition, Stretch>> stretches = new ArrayList<>();
  private final Set<FacetKey> known;

  /** A bit that is set where the category has all facets that were asked for. */
  private final long knownBit;

  private final int bitWords;
  private final int width;
  private final int[] starts;
  private final int[] ends;
  private final long[] masks;

  Layout(Category category) {
    known = category.facets().stream().map(Facet::key).collect(Collectors.toUnmodifiableSet());
    int words = 1;
    int used = 1;
    knownBit = 1;
    for (Facet facet : category.facets()) {
      if (facet.encoding() instanceof Encoding.Positions encoding) {
        int size = encoding.size();
        if (size > Long.SIZE) {
          int more = (size + Long.SIZE - 1) / Long.SIZE;
          bits.add(new Bits(facet.key(), words, words + more, -1, 0, size));
          words += more;
          used = Long.SIZE;
        } else {
          if (used + size > Long.SIZE) {
            words++;
            used = 0;
          }
          long mask = (-1L >>> (Long.SIZE - size)) << used;
          bits.add(new Bits(facet.key(), words - 1, words, mask, used, size));
          used += size;
        }
        positions.add(encoding.accepted());
      }
    }
    bitWords = words;
    for (Facet facet : category.facets()) {
      if (facet.encoding() instanceof Encoding.Line encoding) {
        lines.add(new Line(facet.key(), words, encoding.coarseness()));
        stretches.add(encoding.accepted());
        words += WORDS_OF_STRETCH;
      }
    }
    width = words;
    // The known bit counts as a facet of one position.
    starts = new int[bits.size() + 1];
    ends = new int[bits.size() + 1];
    masks = new long[bits.size() + 1];
    ends[0] = 1;
    masks[0] = knownBit;
    for (int i = 0; i < bits.size(); i++) {
      starts[i + 1] = bits.get(i).start;
      ends[i + 1] = bits.get(i).end;
      masks[i + 1] = bits.get(i).mask;
    }
  }

  /** How many words a row takes. */
  int width() {
    return width;
  }

  List<Bits> bits() {
    return bits;
  }

  List<Line> lines() {
    return lines;
  }

  /** Whether a row asks only for what the category has; one that does not fits nobody. */
  boolean hasKnownFacets(long[] row, int at) {
    return (row[at] & knownBit) != 0;
  }

  /** Writes a condition into a row that begins at {@code at}. */
  void encode(AllOf condition, long[] into, int at) {
    Arrays.fill(into, at, at + bitWords, 0);
    into[at] = known.containsAll(condition.facets().keySet()) ? knownBit : 0;
    for (int i = 0; i < bits.size(); i++) {
      Bits facet = bits.get(i);
      Optional<MatchCondition> asked = condition.of(facet.facet);
      if (asked.isPresent()) {
        long[] words = positions.get(i).apply(asked.get()).toLongArray();
        for (int word = 0; word < words.length; word++) {
          into[at + facet.start + word] |= words[word] << facet.shift;
        }
      } else {
        open(facet, into, at);
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      Function<MatchCondition, Stretch> accepted = stretches.get(i);
      Stretch stretch = condition.of(lines.get(i).facet).map(accepted).orElse(Stretch.EVERYTHING);
      int start = at + lines.get(i).start;
      into[start] = stretch.from();
      into[start + 1] = stretch.to();
      into[start + 2] = stretch.least();
    }
  }

  private static void open(Bits facet, long[] into, int at) {
    if (facet.end - facet.start == 1 && facet.size <= Long.SIZE) {
      into[at + facet.start] |= facet.mask;
      return;
    }
    Arrays.fill(into, at + facet.start, at + facet.end, -1);
    int last = facet.size % Long.SIZE;
    if (last > 0) {
      into[at + facet.end - 1] = -1L >>> (Long.SIZE - last);
    }
  }

  /**
   * The meet of two rows.
   *
   * @param into takes the result from {@code to}; may be the first row itself
   * @return false if it is empty; what was written is of no use then
   */
  boolean meet(long[] one, int a, long[] other, int b, long[] into, int to) {
    for (int word = 0; word < bitWords; word++) {
      into[to + word] = one[a + word] & other[b + word];
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
    for (int word = bitWords; word < width; word += WORDS_OF_STRETCH) {
      long from = Math.max(one[a + word], other[b + word]);
      long end = Math.min(one[a + word + 1], other[b + word + 1]);
      long least = Math.max(one[a + word + 2], other[b + word + 2]);
      if (end - from < least) {
        return false;
      }
      into[to + word] = from;
      into[to + word + 1] = end;
      into[to + word + 2] = least;
    }
    return true;
  }

  /** Whether the meet of two rows is not empty. */
  boolean fit(long[] one, int a, long[] other, int b) {
    for (int facet = 0; facet < masks.length; facet++) {
      long left = 0;
      for (int word = starts[facet]; word < ends[facet]; word++) {
        left |= one[a + word] & other[b + word];
      }
      if ((left & masks[facet]) == 0) {
        return false;
      }
    }
    for (int word = bitWords; word < width; word += WORDS_OF_STRETCH) {
      long from = Math.max(one[a + word], other[b + word]);
      long end = Math.min(one[a + word + 1], other[b + word + 1]);
      if (end - from < Math.max(one[a + word + 2], other[b + word + 2])) {
        return false;
      }
    }
    return true;
  }
}
