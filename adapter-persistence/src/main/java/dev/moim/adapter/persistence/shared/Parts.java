package dev.moim.adapter.persistence.shared;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Long lists of parameters, cut so that each part fits into one statement. */
public final class Parts {
  /** How many parameters a part has at the most. */
  public static final int MOST = 500;

  private Parts() {}

  /** The parts, in order, of what is different in a list; none of nothing. */
  public static <T> Stream<List<T>> of(Collection<T> all) {
    List<T> wanted = all.stream().distinct().toList();
    return IntStream.iterate(0, from -> from < wanted.size(), from -> from + MOST)
        .mapToObj(from -> wanted.subList(from, Math.min(wanted.size(), from + MOST)));
  }
}
