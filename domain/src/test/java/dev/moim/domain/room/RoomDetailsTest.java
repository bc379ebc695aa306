package dev.moim.domain.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.DomainException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomDetailsTest {
  private static RoomDetails details(String title, String description) {
    return new RoomDetails(
        title,
        description,
        new CategoryKey("meal"),
        AllOf.ANYTHING,
        Instant.EPOCH,
        Capacity.SMALLEST,
        false);
  }

  @Test
  void a_title_has_one_to_sixty_code_points_on_one_line() {
    assertThat(details("🍜".repeat(60), "").title()).isEqualTo("🍜".repeat(60));
    assertThat(details("  a  ", "").title()).isEqualTo("a");
    for (String wrong : new String[] {"", "   ", "🍜".repeat(61), "a\nb"}) {
      assertThatThrownBy(() -> details(wrong, ""))
          .isInstanceOf(DomainException.class)
          .hasMessageContaining("/title");
    }
  }

  @Test
  void a_description_has_at_most_two_thousand_code_points_on_many_lines() {
    assertThat(details("a", "one\r\ntwo").description()).isEqualTo("one\ntwo");
    assertThat(details("a", "가".repeat(2_000)).description()).hasSize(2_000);
    assertThatThrownBy(() -> details("a", "가".repeat(2_001))).hasMessageContaining("/description");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 1, 21, Integer.MAX_VALUE})
  void a_room_has_two_to_twenty_seats(int wrong) {
    assertThatThrownBy(() -> new Capacity(wrong)).hasMessageContaining("/capacity");
    assertThat(new Capacity(2)).isEqualTo(Capacity.SMALLEST);
    assertThat(new Capacity(20).allows(20)).isTrue();
    assertThat(new Capacity(20).allows(21)).isFalse();
  }
}
