package dev.moim.domain.condition;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.SharedError;
import java.util.Optional;

/** How many people a group may have, both ends included: from 2 to at most 20. */
public record GroupSize(int min, int max) {
  public static final int SMALLEST = 2;
  public static final int GREATEST = 20;

  public GroupSize {
    Checks.inRange(min, SMALLEST, GREATEST, "min");
    Checks.inRange(max, SMALLEST, GREATEST, "max");
    if (min > max) {
      throw SharedError.invalid("/max", "EMPTY_RANGE");
    }
  }

  /** The sizes that suit both, or empty if none does. */
  public Optional<GroupSize> meet(GroupSize other) {
    int least = Math.max(min, other.min);
    int most = Math.min(max, other.max);
    return least > most ? Optional.empty() : Optional.of(new GroupSize(least, most));
  }

  public boolean contains(int size) {
    return min <= size && size <= max;
  }

  public boolean contains(GroupSize other) {
    return min <= other.min && other.max <= max;
  }
}
