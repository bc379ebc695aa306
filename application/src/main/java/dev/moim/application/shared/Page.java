package dev.moim.application.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next where the next page goes on; empty if this is the last
 */
public record Page<T>(List<T> items, Optional<Position> next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * A page from one item more than was asked for, which tells whether there is a next page.
   *
   * @param found in order, at most {@code limit + 1}
   */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, Position> position) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<T> items = found.subList(0, limit);
    return new Page<>(items, Optional.of(position.apply(items.getLast())));
  }

  /** All items of a list, page by page; for lists that no more than one member's things fill. */
  public static <T> List<T> all(Function<PageRequest, Page<T>> list) {
    List<T> items = new ArrayList<>();
    Page<T> page = list.apply(PageRequest.first(PageRequest.MOST));
    items.addAll(page.items);
    while (page.next.isPresent()) {
      page = list.apply(new PageRequest(PageRequest.MOST, page.next));
      items.addAll(page.items);
    }
    return items;
  }

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }
}
