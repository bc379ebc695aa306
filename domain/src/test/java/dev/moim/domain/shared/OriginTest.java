package dev.moim.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {
  @Test
  void what_can_be_shown_stays() {
    Origin origin = new Origin(" 2001:db8::1 ", "Firefox 144 (리눅스) 🦊");

    assertThat(origin.address()).isEqualTo("2001:db8::1");
    assertThat(origin.device()).isEqualTo("Firefox 144 (리눅스) 🦊");
  }

  @Test
  void nothing_that_breaks_a_line_or_hides_gets_in() {
    Origin origin = new Origin("192.0.2.1\r\nX: y", "a\tb\u202Ec\u200Bd\uD800e\u0000f");

    assertThat(origin.address()).isEqualTo("192.0.2.1X: y");
    assertThat(origin.device()).isEqualTo("abcdef");
  }

  @Test
  void what_is_too_long_is_cut_between_characters() {
    Origin origin = new Origin("1".repeat(1_000_000), "🦊".repeat(1_000));

    assertThat(origin.address()).hasSize(45);
    assertThat(origin.device()).isEqualTo("🦊".repeat(120));
  }

  @Test
  void nothing_at_all_is_an_origin_too() {
    assertThat(new Origin("", "\u0000").device()).isEmpty();
    assertThat(Origin.OPERATOR.address()).isEmpty();
  }

  @Test
  void an_ipv6_address_stands_for_its_network_and_another_for_itself() {
    assertThat(new Origin("2001:db8:1:2:3:4:5:6", "").network()).isEqualTo("2001:db8:1:2::/64");
    assertThat(new Origin("192.0.2.1", "").network()).isEqualTo("192.0.2.1");
    assertThat(new Origin("2001:db8::1", "").network()).isEqualTo("2001:db8::1");
    assertThat(new Origin("::1:2:3:4:5:6", "").network()).isEqualTo("::1:2:3:4:5:6");
    assertThat(new Origin("", "").network()).isEmpty();
  }
}
