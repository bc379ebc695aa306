package dev.moim.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds those of many rows that fit a given one, without looking at each: bit sets per facet.
 *
 * <p><b>What it holds.</b> Rows stand in numbered slots. For each position of each facet there is a
 * bit set of the slots whose rows accept it, and one more of the slots in use. Those who fit a row
 * are the intersection, over the facets, of the unions of the bit sets of the positions that the
 * row accepts. Both are computed for 64 slots at a time, and only as far as the caller goes on
 * asking. A facet of stretches counts as 64 positions, round which the line is wound: two that
 * overlap have one in common, but not the other way round, so the caller has to compare the rows as
 * well ({@link Layout#fit}) where a category has such a facet.
 *
 * <p><b>What it costs.</b> Adding takes time and memory of one bit for each position (12 for a
 * meal, 98 for a domain of 20 × 48 × 30); removing takes constant time. For 64 slots, finding takes
 * one operation for each accepted position, some ten, so that even where only one in a thousand
 * fits, it costs little more than a nanosecond for each slot passed over.
 *
 * <p><b>Why so.</b> Lists for each combination of positions (cells) would answer at once for narrow
 * requests, but a request that accepts half of 28,800 cells would stand in half of the lists.
 * Comparing rows one by one needs no index, and takes some ten times as long where few fit. The bit
 * sets of eight blocks of 64 slots lie side by side, those of one position in one line of the
 * processor's cache, and are looked at together: so a search that ends early touches little memory,
 * and one that goes on uses all that it has fetched.
 *
 * <p>Not thread-safe.
 */
final class FacetIndex {
  /** Bits of a facet from a column on, taken from a row's word. */
  private record Columns(int first, int count, int word, int shift, int coarseness) {
    boolean isLine() {
      return coarseness > 0;
    }
  }

  /** In place of a slot, where there is none. */
  static final int NONE = -1;

  private static final int IN_USE = 0;

  /** How many blocks have their words for one column side by side, in a line of the cache. */
  private static final int BUNDLE = 8;

  private final Layout layout;
  private final List<Columns> facets = new ArrayList<>();
  private final int columns;

  /** The words of the first bundle of blocks, column by column, then those of the second. */
  private long[] words;

  private int blocks;
  private int changes;

  /**
   * @param slots for how many there is place at first
   */
  FacetIndex(Layout layout, int slots) {
    this.layout = layout;
    int column = 1;
    for (Layout.Bits bits : layout.bits()) {
      facets.add(new Columns(column, bits.size(), bits.start(), bits.shift(), 0));
      column += bits.size();
    }
    for (Layout.Line line : layout.lines()) {
      facets.add(new Columns(column, Long.SIZE, line.start(), 0, line.coarseness()));
      column += Long.SIZE;
    }
    columns = column;
    blocks = blockOf(slots + Long.SIZE - 1);
    words = new long[wordsFor(blocks)];
  }

  /** The rows of all candidates of a pool, each in the slot of its number. */
  static FacetIndex of(Pool pool) {
    var index = new FacetIndex(pool.conditions().layout(), pool.size());
    long[] row = new long[pool.conditions().width()];
    for (int i = 0; i < pool.size(); i++) {
      pool.conditions().copy(i, row, 0);
      index.add(i, row, 0);
    }
    return index;
  }

  private static int blockOf(int slot) {
    return slot >>> 6;
  }

  private int wordsFor(int blocks) {
    return Math.multiplyExact(columns * BUNDLE, (blocks + BUNDLE - 1) / BUNDLE);
  }

  /** Where a block's word of the first column stands, and a bundle further that of the second. */
  private int firstWord(int block) {
    return block / BUNDLE * columns * BUNDLE + block % BUNDLE;
  }

  /** The first slot of those that were found in a block. */
  static int slot(int block, long found) {
    return block * Long.SIZE + Long.numberOfTrailingZeros(found);
  }

  /** How many blocks of 64 slots there are; slots beyond them are not in use. */
  int blocks() {
    return blocks;
  }

  /** Whether all that are found fit, so that there is no need to compare the rows. */
  boolean isExact() {
    return layout.lines().isEmpty();
  }

  /** Puts a row, which begins at {@code at}, into a slot; one that fits nobody is never found. */
  void add(int slot, long[] row, int at) {
    changes++;
    if (!layout.hasKnownFacets(row, at)) {
      remove(slot);
      return;
    }
    blocks = Math.max(blocks, blockOf(slot) + 1);
    int needed = wordsFor(blocks);
    if (needed > words.length) {
      words = Arrays.copyOf(words, Math.max(needed, 2 * words.length));
    }
    int first = firstWord(blockOf(slot));
    long bit = 1L << slot;
    words[first + IN_USE] |= bit;
    for (Columns facet : facets) {
      for (int i = 0; i < facet.count; i++) {
        if (accepts(facet, i, row, at)) {
          words[first + (facet.first + i) * BUNDLE] |= bit;
        } else {
          words[first + (facet.first + i) * BUNDLE] &= ~bit;
        }
      }
    }
  }

  /** Whether a row accepts the i-th position of a facet. */
  private static boolean accepts(Columns facet, int i, long[] row, int at) {
    if (!facet.isLine()) {
      int bit = facet.shift + i;
      return (row[at + facet.word + (bit >>> 6)] >>> bit & 1) != 0;
    }
    long first = row[at + facet.word] >> facet.coarseness;
    long last = row[at + facet.word + 1] >> facet.coarseness;
    return last - first >= Long.SIZE - 1 || ((i - first) & (Long.SIZE - 1)) <= last - first;
  }

  /** Takes the row out of a slot, if one is in it. */
  void remove(int slot) {
    changes++;
    if (blockOf(slot) >= blocks()) {
      return;
    }
    words[firstWord(blockOf(slot)) + IN_USE] &= ~(1L << slot);
  }

  /** A row for which to find others that fit; made once, aimed often. */
  final class Probe {
    /**
     * How far the columns of all facets that restrict something lie from the first; {@code ends}
     * where each facet's end.
     */
    private final int[] accepted = new int[columns];

    private final int[] ends = new int[facets.size() + 1];
    private int restricting;

    /** What was found in the bundle of blocks that was last looked at. */
    private final long[] found = new long[BUNDLE];

    private final long[] any = new long[BUNDLE];
    private int foundIn = -1;
    private int foundAfter;

    /** The slots of a block that are next, as bits. */
    private long left;

    private int block;

    /** Turns to a row. */
    void aim(long[] row, int at) {
      seek(0);
      foundIn = -1;
      restricting = 0;
      int count = 0;
      if (!layout.hasKnownFacets(row, at)) {
        ends[restricting++] = 0;
        return;
      }
      for (Columns facet : facets) {
        int start = count;
        for (int i = 0; i < facet.count; i++) {
          if (accepts(facet, i, row, at)) {
            accepted[count++] = (facet.first + i) * BUNDLE;
          }
        }
        if (count - start == facet.count) {
          count = start;
        } else {
          ends[restricting++] = count;
        }
      }
    }

    /**
     * The next slot that fits, from the first one on or where it was sought; none if there is no
     * more.
     */
    int next() {
      while (left == 0) {
        if (++block >= blocks) {
          return NONE;
        }
        left = find(block);
      }
      int slot = slot(block, left);
      left &= left - 1;
      return slot;
    }

    /** Goes on with the first slot of a block. */
    void seek(int from) {
      block = from - 1;
      left = 0;
    }

    /** Those slots of a block that fit, as bits, the lowest being slot {@code 64 * block}. */
    long find(int block) {
      int bundle = block / BUNDLE;
      if (bundle != foundIn || changes != foundAfter) {
        look(bundle);
      }
      return found[block % BUNDLE];
    }

    /** Looks at a bundle of blocks at once, which takes hardly longer than at one of them. */
    private void look(int bundle) {
      foundIn = bundle;
      foundAfter = changes;
      int start = bundle * columns * BUNDLE;
      System.arraycopy(words, start + IN_USE, found, 0, BUNDLE);
      int from = 0;
      for (int facet = 0; facet < restricting; facet++) {
        Arrays.fill(any, 0);
        for (int i = from; i < ends[facet]; i++) {
          int column = start + accepted[i];
          for (int block = 0; block < BUNDLE; block++) {
            any[block] |= words[column + block];
          }
        }
        for (int block = 0; block < BUNDLE; block++) {
          found[block] &= any[block];
        }
        from = ends[facet];
      }
    }
  }

  Probe probe() {
    return new Probe();
  }
}
