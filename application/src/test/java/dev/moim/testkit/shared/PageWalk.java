package dev.moim.testkit.shared;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Somebody who turns the pages of a list to its end. */
public final class PageWalk {
  private static final int MOST_PAGES = 1_000;

  private PageWalk() {}

  public static <T> List<T> all(int limit, Function<PageRequest, Page<T>> list) {
    return all(limit, list, () -> {});
  }

  /**
   * All items in order of the pages.
   *
   * @param between what happens after each page
   */
  public static <T> List<T> all(int limit, Function<PageRequest, Page<T>> list, Runnable between) {
    List<T> items = new ArrayList<>();
    Optional<Position> after = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<T> found = list.apply(new PageRequest(limit, after));
      if (found.items().size() > limit) {
        throw new AssertionError("a page of " + found.items().size() + ", asked for " + limit);
      }
      items.addAll(found.items());
      after = found.next();
      if (after.isEmpty()) {
        return items;
      }
      between.run();
    }
    throw new AssertionError("the list never ends");
  }
}
