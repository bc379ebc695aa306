package dev.moim.adapter.web.shared;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code limit} and {@code cursor}, and writes the pages of lists. */
public final class Pages {
  private static final int USUAL = 20;

  private final Cursors cursors;

  Pages(Cursors cursors) {
    this.cursors = cursors;
  }

  /**
   * The page that is asked for.
   *
   * @param list names the list and its order; a cursor is good for the list that gave it out
   * @throws dev.moim.domain.shared.DomainException INVALID_PARAMETER, INVALID_CURSOR
   */
  public PageRequest request(String list, @Nullable String limit, @Nullable String cursor) {
    int items = limit == null ? USUAL : Parameters.number("limit", limit, 1, PageRequest.MOST);
    return new PageRequest(
        items, Optional.ofNullable(cursor).map(text -> cursors.read(list, text)));
  }

  public <T, R> PageResponse<R> answer(String list, Page<T> page, Function<T, R> item) {
    return new PageResponse<>(page.items().stream().map(item).toList(), next(list, page));
  }

  /** The cursor of the next page, or null if this is the last. */
  public @Nullable String next(String list, Page<?> page) {
    return page.next().map(position -> cursors.write(list, position)).orElse(null);
  }

  /** A page of a list; without {@code nextCursor} it is the last. */
  public record PageResponse<T>(List<T> items, @Nullable String nextCursor) {}
}
