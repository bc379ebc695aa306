package dev.moim.testkit.shared;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages of lists that fakes hold as a whole. */
public final class Pages {
  private static final Comparator<Position> EARLIEST_FIRST =
      Comparator.comparing(Position::at).thenComparing(Position::id);

  private Pages() {}

  public static <T> Page<T> earliestFirst(
      Stream<T> items, Function<T, Position> position, PageRequest request) {
    return page(items, position, request, EARLIEST_FIRST);
  }

  public static <T> Page<T> latestFirst(
      Stream<T> items, Function<T, Position> position, PageRequest request) {
    return page(items, position, request, EARLIEST_FIRST.reversed());
  }

  private static <T> Page<T> page(
      Stream<T> items,
      Function<T, Position> position,
      PageRequest request,
      Comparator<Position> order) {
    List<T> found =
        items
            .filter(item ->
                request
                    .after()
                    .map(after -> order.compare(position.apply(item), after) > 0)
                    .orElse(true))
            .sorted(Comparator.comparing(position, order))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request.limit(), position);
  }
}
