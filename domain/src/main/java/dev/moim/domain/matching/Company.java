package dev.moim.domain.matching;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Brings parties that are a group all by themselves together with others, where whole groups fit
 * together: they came to meet somebody.
 */
final class Company {
  private final Pool pool;
  private final Packing packing;
  private final long[] meet;

  Company(Pool pool, Packing packing) {
    this.pool = pool;
    this.packing = packing;
    this.meet = new long[pool.conditions().width()];
  }

  void find() {
    for (int i = 0; i < pool.size(); i++) {
      if (isAlone(i)) {
        findFor(i);
      }
    }
  }

  private boolean isAlone(int candidate) {
    return !packing.isOpen(candidate) && packing.groupOf(candidate).length == 1;
  }

  private void findFor(int party) {
    for (int other = 0; other < pool.size(); other++) {
      if (other != party && !packing.isOpen(other) && pool.compatible(party, other)) {
        int[] joined =
            IntStream.concat(IntStream.of(party), Arrays.stream(packing.groupOf(other))).toArray();
        if (isValid(joined)) {
          packing.dissolve(party);
          packing.dissolve(other);
          packing.form(joined);
          return;
        }
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
