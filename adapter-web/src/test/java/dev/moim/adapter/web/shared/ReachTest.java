package dev.moim.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  private static Reach reach(String url) {
    return new Reach(List.of(), Optional.of(URI.create(url)));
  }

  @Test
  void browsers_name_the_public_address_without_its_usual_port() {
    assertThat(reach("https://Moim.example.org").isPublicOrigin("https://moim.example.org"))
        .isTrue();
    assertThat(reach("https://moim.example.org:443").isPublicOrigin("https://moim.example.org"))
        .isTrue();
    assertThat(reach("http://localhost:8080").isPublicOrigin("http://localhost:8080")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://moim.example.org",
        "https://moim.example.org.evil.example",
        "https://moim.example.org:8443",
        "null",
        ""
      })
  void another_origin_is_not_the_public_one(String origin) {
    assertThat(reach("https://moim.example.org").isPublicOrigin(origin)).isFalse();
    assertThat(Reach.DIRECT.isPublicOrigin(origin)).isFalse();
  }

  @Test
  void only_https_is_secure() {
    assertThat(reach("https://moim.example.org").isSecure()).isTrue();
    assertThat(reach("http://moim.example.org").isSecure()).isFalse();
    assertThat(Reach.DIRECT.isSecure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "moim.example.org",
        "//moim.example.org",
        "ftp://moim.example.org",
        "https:///x",
        "https://moim.example.org/app",
        "https://moim.example.org?x=1",
        "https://moim.example.org#x",
        "https://me:secret@moim.example.org"
      })
  void what_is_more_or_less_than_scheme_host_and_port_is_refused(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> reach(url));
  }
}
