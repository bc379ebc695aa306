package dev.moim.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.shared.ProviderSecret;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.domain.member.Role;
import dev.moim.testkit.shared.InMemoryUsedOnce;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SeededRandomness;
import dev.moim.testkit.shared.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneysTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final SettableClock clock = new SettableClock();
  private final Journeys journeys = journeys(1, 1);
  private final String cookie = journeys.newCookie();

  private Journeys journeys(int secret, long seed) {
    return new Journeys(
        new ProviderSecret(new byte[] {(byte) secret}),
        new SeededRandomness(seed),
        new InMemoryUsedOnce(clock),
        clock);
  }

  private Journeys.Luggage setOut(Page page) {
    return journeys.setOut("demo", page, Optional.empty(), cookie);
  }

  @Test
  void a_journey_comes_back_as_it_set_out() {
    CheckAccess.Claim claim =
        new CheckAccess.Claim(Samples.memberId(), Samples.sessionId(), Role.MANAGER);
    Page page = new Page("/rooms?mine=1");

    Journeys.Luggage luggage = journeys.setOut("demo", page, Optional.of(claim), cookie);

    assertThat(journeys.comeBack(luggage.state(), cookie))
        .hasValue(
            new Journeys.Returned(
                new Journey(
                    "demo", page, Optional.of(claim), millis(clock.now().plus(Journeys.LONGEST))),
                luggage));
  }

  private static Instant millis(Instant instant) {
    return Instant.ofEpochMilli(instant.toEpochMilli());
  }

  @Test
  void it_does_so_once_in_time_in_its_browser_and_at_its_installation() {
    String late = setOut(Page.HOME).state();
    clock.advance(Journeys.LONGEST);
    assertThat(journeys.comeBack(late, cookie)).isEmpty();

    String state = setOut(Page.HOME).state();
    assertThat(journeys.comeBack(state, journeys.newCookie())).isEmpty();
    assertThat(journeys.comeBack(state, null)).isEmpty();
    assertThat(journeys.comeBack(null, cookie)).isEmpty();
    assertThat(journeys(2, 1).comeBack(state, cookie)).isEmpty();
    clock.advance(Journeys.LONGEST.minus(Duration.ofMillis(1)));
    assertThat(journeys.comeBack(state, cookie)).isPresent();
    assertThat(journeys.comeBack(state, cookie)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a", "/ab", "/abc"})
  void a_state_can_not_be_written_in_any_other_way(String page) {
    String state = setOut(new Page(page)).state();

    for (int at : new int[] {0, 15, 16, 17, 40, state.length() - 2, state.length() - 1}) {
      for (int letter = 0; letter < ALPHABET.length(); letter++) {
        String changed = state.substring(0, at) + ALPHABET.charAt(letter) + state.substring(at + 1);
        if (!changed.equals(state)) {
          assertThat(journeys.comeBack(changed, cookie)).as(changed).isEmpty();
        }
      }
    }
    for (String changed : new String[] {state + "=", state + "A", state + "\n", " " + state}) {
      assertThat(journeys.comeBack(changed, cookie)).as(changed).isEmpty();
    }
    assertThat(journeys.comeBack(state, cookie)).isPresent();
  }

  @Test
  void nothing_can_be_read_in_a_state() {
    Journeys.Luggage one = setOut(Page.SETTINGS);
    Journeys.Luggage other = setOut(Page.SETTINGS);

    assertThat(one.state()).isNotEqualTo(other.state()).hasSizeLessThan(400);
    assertThat(one.verifier()).isNotEqualTo(one.nonce()).hasSize(43);
    assertThat(one.verifier()).isNotEqualTo(other.verifier());
    assertThat("" + one).isEqualTo("Luggage[…]");
    assertThat(new String(Base64.getUrlDecoder().decode(one.state()), StandardCharsets.ISO_8859_1))
        .doesNotContain("demo", "settings");
  }
}
