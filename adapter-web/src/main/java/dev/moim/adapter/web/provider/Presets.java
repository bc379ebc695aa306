package dev.moim.adapter.web.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is the same for everybody who uses a certain provider, by its kind. */
final class Presets {
  /** Any OpenID Connect provider, or plain OAuth 2 with all its addresses. */
  static final String OIDC = "oidc";

  private static final Map<String, ProviderInput> BY_KIND =
      Map.of(
          OIDC,
          ProviderInput.NONE,
          "keycloak",
          ProviderInput.NONE,
          "google",
          google(),
          "github",
          gitHub(),
          "42",
          fortyTwo());

  private Presets() {}

  static Optional<ProviderInput> find(String kind) {
    return Optional.ofNullable(BY_KIND.get(kind));
  }

  static String kinds() {
    return String.join(", ", new TreeSet<>(BY_KIND.keySet()));
  }

  /** Its {@code name} is what people are called in life; of that, a nickname tells enough. */
  private static ProviderInput google() {
    return new ProviderInput(
        null,
        "Google",
        null,
        null,
        null,
        "https://accounts.google.com",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "given_name",
        null,
        null);
  }

  /** An account may hide its address in {@code /user}, but has a list of them. */
  private static ProviderInput gitHub() {
    return plain(
        "GitHub",
        null,
        "https://github.com/login/oauth/authorize",
        "https://github.com/login/oauth/access_token",
        "https://api.github.com/user",
        "https://api.github.com/user/emails",
        List.of("read:user", "user:email"));
  }

  private static ProviderInput fortyTwo() {
    return plain(
        "42",
        "post",
        "https://api.intra.42.fr/oauth/authorize",
        "https://api.intra.42.fr/oauth/token",
        "https://api.intra.42.fr/v2/me",
        null,
        List.of("public"));
  }

  /** OAuth 2 without OpenID Connect, where accounts have an {@code id} and a {@code login}. */
  private static ProviderInput plain(
      String name,
      @Nullable String clientAuthentication,
      String authorizationUri,
      String tokenUri,
      String userInfoUri,
      @Nullable String emailsUri,
      List<String> scopes) {
    return new ProviderInput(
        null,
        name,
        null,
        null,
        clientAuthentication,
        null,
        authorizationUri,
        tokenUri,
        userInfoUri,
        emailsUri,
        null,
        scopes,
        "id",
        "login",
        null,
        null);
  }
}
