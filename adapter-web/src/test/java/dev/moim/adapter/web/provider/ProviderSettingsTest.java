package dev.moim.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsTest {
  private static ProviderInput input(@Nullable String kind, @Nullable String issuer) {
    return new ProviderInput(
        kind, null, "id", "hidden", null, issuer, null, null, null, null, null, null, null, null,
        null, null);
  }

  private static ProviderInput addresses(
      @Nullable String issuer,
      @Nullable String authorization,
      @Nullable String token,
      @Nullable String userInfo,
      @Nullable String jwkSet,
      String... scopes) {
    return new ProviderInput(
        null,
        null,
        "id",
        "hidden",
        null,
        issuer,
        authorization,
        token,
        userInfo,
        null,
        jwkSet,
        List.of(scopes),
        null,
        null,
        null,
        null);
  }

  private static void refuses(String id, ProviderInput input, String why) {
    assertThatThrownBy(() -> ProviderSettings.of(id, input))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("moim.providers." + id, why)
        .hasMessageNotContaining("hidden")
        .hasMessageNotContaining("\n");
  }

  @Test
  void presets_know_all_but_who_we_are() {
    ProviderSettings google = ProviderSettings.of("google", input("google", null));
    ProviderSettings github = ProviderSettings.of("github", input("github", null));
    ProviderSettings fortyTwo = ProviderSettings.of("school", input("42", null));

    assertThat(google.name()).isEqualTo("Google");
    assertThat(google.issuer()).hasValue("https://accounts.google.com");
    assertThat(google.scopes()).containsExactly("openid", "profile", "email");
    assertThat(google.attributes().nickname()).hasValue("given_name");
    assertThat(github.issuer()).isEmpty();
    assertThat(github.attributes().subject()).isEqualTo("id");
    assertThat(github.endpoints().flatMap(ProviderSettings.Endpoints::emails)).isPresent();
    assertThat(fortyTwo.endpoints().orElseThrow().userInfo().orElseThrow())
        .hasToString("https://api.intra.42.fr/v2/me");
    assertThat(fortyTwo.client().secretInBody()).isTrue();
  }

  @Test
  void an_issuer_is_enough() {
    ProviderSettings settings =
        ProviderSettings.of("kc", input("keycloak", "https://id.example.org/realms/moim"));

    assertThat(settings.name()).isEqualTo("kc");
    assertThat(settings.endpoints()).isEmpty();
    assertThat(settings.attributes().subject()).isEqualTo("sub");
    assertThat(settings.attributes().nickname()).isEqualTo(Optional.empty());
  }

  @Test
  void no_secret_is_shown() {
    ProviderInput input = input("google", null);

    assertThat("" + input + ProviderSettings.of("google", input)).doesNotContain("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "42", "Google", "a_b", "-a", "a/b", "a2345678901234567890123456789012"})
  void a_name_for_addresses_has_a_form(String id) {
    refuses(id, input("google", null), "a letter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example.org",
        "id.example.org",
        "https://user:pass@id.example.org",
        "https://id.example.org/#x",
        "ftp://id.example.org",
        "https:///x",
        "javascript:alert(1)",
        "https://id example.org"
      })
  void an_address_without_tls_or_sense_is_refused(String address) {
    refuses("x", input("oidc", address), "issuer");
    refuses(
        "x",
        addresses(null, address, "https://a.example/t", "https://a.example/m", null),
        "authorization-uri");
  }

  @Test
  void this_computer_needs_no_tls() {
    for (String host : new String[] {"localhost:9000", "127.0.0.1:9000", "[::1]:9000"}) {
      assertThat(ProviderSettings.of("x", input("oidc", "http://" + host)).issuer()).isPresent();
    }
    refuses("x", input("oidc", "http://localhost.example.org"), "issuer");
    refuses("x", input("oidc", "http://127.0.0.1.example.org"), "issuer");
  }

  @Test
  void what_is_missing_is_named() {
    refuses("x", input("facebook", null), "facebook");
    refuses("x", input("oidc", null), "issuer");
    refuses("x", ProviderInput.NONE, "issuer");
    refuses(
        "x",
        addresses(null, "https://a.example/a", null, "https://a.example/m", null),
        "token-uri");
    refuses(
        "x",
        addresses(null, "https://a.example/a", "https://a.example/t", null, null),
        "user-info-uri");
    refuses("x", addresses(null, null, null, "https://a.example/m", null), "authorization-uri");
    refuses(
        "x",
        addresses("https://a.example", "https://a.example/a", "https://a.example/t", null, null),
        "jwk-set-uri");
    refuses(
        "x",
        addresses(null, "https://a.example/a", "https://a.example/t", null, "https://a.example/k"),
        "jwk-set-uri");
    refuses(
        "x",
        addresses(
            null,
            "https://a.example/a",
            "https://a.example/t",
            "https://a.example/m",
            null,
            "openid"),
        "scopes");
    refuses(
        "x",
        addresses(
            null, "https://a.example/a", "https://a.example/t", "https://a.example/m", null, "a b"),
        "scopes");
  }

  @Test
  void who_we_are_can_not_be_left_out() {
    ProviderInput nobody =
        new ProviderInput(
            "google", null, null, "hidden", null, null, null, null, null, null, null, null, null,
            null, null, null);
    ProviderInput unproved =
        new ProviderInput(
            "google", null, "id", " ", null, null, null, null, null, null, null, null, null, null,
            null, null);

    refuses("google", nobody, "client-id");
    refuses("google", unproved, "client-secret");
  }
}
