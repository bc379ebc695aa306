package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SeededRandomness;
import dev.moim.testkit.shared.SettableClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCookiesTest {
  private final DeviceCookies cookies = of((byte) 1);
  private final MemberId member = Samples.memberId();
  private final Instant now = SettableClock.START;
  private final String cookie = cookies.make(member, now);

  private static DeviceCookies of(byte secret) {
    return new DeviceCookies(new byte[] {secret}, new SeededRandomness(1));
  }

  @Test
  void a_device_is_known_again_by_every_node() {
    assertThat(of((byte) 1).verify(cookie, now).orElseThrow().member()).isEqualTo(member);
  }

  @Test
  void two_devices_of_one_member_are_told_apart() {
    String other = cookies.make(member, now);

    String nonce = cookies.verify(cookie, now).orElseThrow().nonce();

    assertThat(nonce).matches("[0-9a-f]{32}");
    assertThat(cookies.verify(other, now).orElseThrow().nonce()).isNotEqualTo(nonce);
  }

  @Test
  void a_value_fits_into_a_cookie_as_it_is() {
    assertThat(cookie).matches("[A-Za-z0-9_-]{96}");
  }

  @Test
  void a_value_is_good_for_180_days_to_the_second() {
    Instant issuedAt = Instant.ofEpochSecond(now.getEpochSecond());
    Instant end = issuedAt.plus(Duration.ofDays(180));

    assertThat(cookies.verify(cookie, end.minusNanos(1000))).isPresent();
    assertThat(cookies.verify(cookie, end)).isEmpty();
  }

  @Test
  void a_value_from_the_future_is_not_good_yet() {
    assertThat(cookies.verify(cookie, now.minusSeconds(1))).isEmpty();
  }

  @Test
  void every_bit_of_a_value_counts() {
    byte[] bytes = Base64.getUrlDecoder().decode(cookie);

    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      assertThat(cookies.verify(Base64.getUrlEncoder().encodeToString(changed), now))
          .as("bit %d", bit)
          .isEmpty();
    }
  }

  @Test
  void a_value_can_not_be_made_out_to_be_another_members() {
    byte[] bytes = Base64.getUrlDecoder().decode(cookie);
    ByteBuffer.wrap(bytes).putLong(0, Samples.uuid().getMostSignificantBits()).putLong(8, 7L);

    assertThat(cookies.verify(Base64.getUrlEncoder().encodeToString(bytes), now)).isEmpty();
  }

  @Test
  void a_value_under_another_secret_is_none() {
    assertThat(of((byte) 2).verify(cookie, now)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "=", "null", "쿠키", "a.b.c", "../..", "\u0000"})
  void what_is_no_value_is_just_none(String text) {
    assertThat(cookies.verify(text, now)).isEmpty();
    assertThat(cookies.verify(text.repeat(96), now)).isEmpty();
    assertThat(cookies.verify(cookie + text + "A", now)).isEmpty();
    assertThat(cookies.verify(cookie.substring(0, 95) + "=", now)).isEmpty();
    assertThat(cookies.verify(cookie.substring(0, 95) + "+", now)).isEmpty();
  }

  @Test
  void a_huge_value_is_just_none() {
    assertThat(cookies.verify("A".repeat(10_000_000), now)).isEmpty();
  }
}
