package dev.moim.domain.matching;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Brings parties that are a group all by themselves together with others, where whole groups fit
 * together: they came to meet somebody.
 *
 * <p>A party looks among the members of groups that have room, found by the {@link FacetIndex},
 * from its own place on and once round, but not at more than {@link #MOST_BLOCKS} blocks of them,
 * and tries no more than {@link #MOST_TRIES} who suit it. So the cost grows with the number of such
 * parties, not with its square; in return, of a great many a party may stay by itself though
 * somebody further on would have made a group with it.
 */
final class Company {
  private static final int MOST_TRIES = 256;

  /** How many blocks of 64 candidates are looked at for each party. */
  private static final int MOST_BLOCKS = 1_024;

  private final Pool pool;
  private final Packing packing;
  private final FacetIndex roomy;
  private final FacetIndex.Probe probe;
  private final long[] meet;

  Company(Pool pool, Packing packing) {
    this.pool = pool;
    this.packing = packing;
    this.roomy = new FacetIndex(pool.conditions().layout(), pool.size());
    this.probe = roomy.probe();
    this.meet = new long[pool.conditions().width()];
  }

  void find() {
    int[] alone = IntStream.range(0, pool.size()).filter(this::isAlone).toArray();
    if (alone.length == 0) {
      return;
    }
    for (int i = 0; i < pool.size(); i++) {
      if (!packing.isOpen(i) && hasRoom(packing.groupOf(i))) {
        pool.conditions().copy(i, meet, 0);
        roomy.add(i, meet, 0);
      }
    }
    for (int party : alone) {
      if (isAlone(party)) {
        findFor(party);
      }
    }
  }

  private boolean isAlone(int candidate) {
    return !packing.isOpen(candidate) && packing.groupOf(candidate).length == 1;
  }

  private boolean hasRoom(int[] members) {
    int people = 0;
    int limit = Integer.MAX_VALUE;
    for (int member : members) {
      people += pool.people(member);
      limit = Math.min(limit, pool.most(member));
    }
    return people < limit;
  }

  private void findFor(int party) {
    pool.conditions().copy(party, meet, 0);
    probe.aim(meet, 0);
    int tries = 0;
    int start = party / Long.SIZE;
    int blocks = Math.min(roomy.blocks(), MOST_BLOCKS);
    for (int i = 0; i < blocks && tries < MOST_TRIES; i++) {
      int block = (start + i) % roomy.blocks();
      long found = probe.find(block);
      for (; found != 0 && tries < MOST_TRIES; found &= found - 1) {
        int other = FacetIndex.slot(block, found);
        if (other != party && pool.compatible(party, other)) {
          tries++;
          int[] joined =
              IntStream.concat(IntStream.of(party), Arrays.stream(packing.groupOf(other)))
                  .toArray();
          if (isValid(joined)) {
            join(party, other, joined);
            return;
          }
        }
      }
    }
  }

  private void join(int party, int other, int[] joined) {
    packing.dissolve(party);
    packing.dissolve(other);
    packing.form(joined);
    if (!hasRoom(joined)) {
      for (int member : joined) {
        roomy.remove(member);
      }
    }
  }

  /** Whether a party, the first of these, and a valid group make a valid group. */
  private boolean isValid(int[] members) {
    int people = 0;
    int need = 0;
    int limit = Integer.MAX_VALUE;
    for (int member : members) {
      if (member != members[0] && !pool.compatible(members[0], member)) {
        return false;
      }
      people += pool.people(member);
      need = Math.max(need, pool.least(member));
      limit = Math.min(limit, pool.most(member));
    }
    if (people < need || people > limit) {
      return false;
    }
    pool.conditions().copy(members[0], meet, 0);
    for (int i = 1; i < members.length; i++) {
      if (!pool.conditions().meet(meet, 0, members[i], meet, 0)) {
        return false;
      }
    }
    return true;
  }
}
