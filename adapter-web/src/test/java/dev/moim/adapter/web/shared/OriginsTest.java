package dev.moim.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.shared.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OriginsTest {
  private final Origins origins = new Origins(new ClientAddress(List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox on Linux",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36 | Chrome on Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0 | Edge on Windows",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/18.0 Mobile/15E148 Safari/604.1 | Safari on iPhone",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/18.0 Safari/605.1.15 | Safari on macOS",
        "Mozilla/5.0 (Linux; Android 15; SM-S931N) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"
            + " | Samsung Internet on Android",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0"
            + " Whale/4.29.282.14 Safari/537.36 | Whale on Windows",
        "Mozilla/5.0 (compatible; Android) | Android",
        "Mozilla/5.0 | Mozilla",
        "curl/8.5.0 | curl",
        "okhttp/4.12.0 | okhttp",
        "moim-app | moim-app",
        "<script>alert(1)</script> | ''"
      })
  void a_client_is_shown_by_what_people_recognise(String userAgent, String shown) {
    assertThat(Origins.device(userAgent)).isEqualTo(shown);
  }

  @Test
  void a_client_that_says_nothing_or_far_too_much_is_no_trouble() {
    assertThat(Origins.device(null)).isEmpty();
    assertThat(Origins.device("")).isEmpty();
    assertThat(Origins.device("x".repeat(1_000_000))).isEmpty();
    assertThat(Origins.device("curl/" + "8".repeat(1_000_000))).isEqualTo("curl");
  }

  @Test
  void an_origin_has_the_address_and_the_device() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("198.51.100.1");
    request.addHeader("User-Agent", "curl/8.5.0");

    assertThat(origins.of(request)).isEqualTo(new Origin("198.51.100.1", "curl"));
  }
}
