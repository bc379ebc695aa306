package dev.moim.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.adapter.web.shared.Reach;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PublicAddressTest {
  private final PublicAddress direct = new PublicAddress(Reach.DIRECT);

  private static MockHttpServletRequest to(String host) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/oauth2/authorization/x");
    request.setServerName(host);
    request.setServerPort(8080);
    request.setLocalAddr("192.0.2.7");
    request.addHeader("X-Forwarded-Host", "evil.example");
    request.addHeader("X-Forwarded-Proto", "https");
    request.addHeader("Forwarded", "host=evil.example;proto=https");
    return request;
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "192.0.2.7"})
  void this_computer_is_where_it_is_asked(String host) {
    assertThat(direct.redirectUri(to(host), "x"))
        .isEqualTo("http://" + host + ":8080/login/oauth2/code/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.0.2.8"})
  void another_host_is_believed_from_the_operator_only(String host) {
    assertThatThrownBy(() -> direct.redirectUri(to(host), "x"))
        .hasMessageContaining("PUBLIC_URL_NEEDED");

    Reach reach = new Reach(List.of(), Optional.of(URI.create("https://moim.example.org")));
    assertThat(new PublicAddress(reach).redirectUri(to(host), "x"))
        .isEqualTo("https://moim.example.org/login/oauth2/code/x");
  }
}
