package dev.moim.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static Position position(int number) {
    return new Position(Instant.EPOCH.plusSeconds(number), new UUID(0, number));
  }

  @Test
  void one_item_more_than_asked_for_tells_of_a_next_page() {
    Page<Integer> page = Page.of(List.of(1, 2, 3), 2, PageTest::position);

    assertThat(page.items()).containsExactly(1, 2);
    assertThat(page.next()).contains(position(2));
  }

  @Test
  void without_one_there_is_none() {
    assertThat(Page.of(List.of(1, 2), 2, PageTest::position).next()).isEmpty();
    assertThat(Page.of(List.<Integer>of(), 2, PageTest::position).items()).isEmpty();
  }

  @Test
  void other_items_have_the_same_next_page() {
    Page<String> page = Page.of(List.of(1, 2, 3), 2, PageTest::position).map(i -> "item " + i);

    assertThat(page.items()).containsExactly("item 1", "item 2");
    assertThat(page.next()).contains(position(2));
  }

  @Test
  void all_items_are_read_page_by_page_in_order() {
    List<Integer> numbers = IntStream.range(0, 250).boxed().toList();

    assertThat(Page.all(request -> pageOf(numbers, request))).isEqualTo(numbers);
    assertThat(Page.all(request -> pageOf(List.of(), request))).isEmpty();
  }

  private static Page<Integer> pageOf(List<Integer> numbers, PageRequest request) {
    int start = request.after().map(after -> (int) after.at().getEpochSecond() + 1).orElse(0);
    return Page.of(
        numbers.stream().skip(start).limit(request.limit() + 1L).toList(),
        request.limit(),
        PageTest::position);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 101, Integer.MAX_VALUE})
  void a_page_has_one_to_a_hundred_items(int limit) {
    assertThatThrownBy(() -> PageRequest.first(limit)).isInstanceOf(IllegalArgumentException.class);
    assertThat(PageRequest.first(1).limit()).isEqualTo(1);
    assertThat(PageRequest.first(100).after()).isEmpty();
  }
}
