package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A provider through which people may sign in.
 *
 * @param id the operator's name for it, in addresses and with the accounts linked to members: a
 *     letter, then at most 29 of {@code a-z 0-9 -}
 * @param name what people read
 * @param issuer of OpenID Connect; without one it is plain OAuth 2, and tells who somebody is at
 *     {@link Endpoints#userInfo}
 * @param endpoints empty: those that the issuer publishes
 */
public record ProviderSettings(
    String id,
    String name,
    Client client,
    Optional<String> issuer,
    Optional<Endpoints> endpoints,
    List<String> scopes,
    Attributes attributes) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,29}");
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}");
  private static final int LONGEST_NAME = 40;
  private static final String OPENID = "openid";
  private static final List<String> OPENID_SCOPES = List.of(OPENID, "profile", "email");

  /** Who we are to the provider. */
  public record Client(String id, String secret, boolean secretInBody) {
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  /**
   * Where the provider is asked for what.
   *
   * @param emails a list of a member's addresses, for a provider that tells none elsewhere
   */
  public record Endpoints(
      URI authorization,
      URI token,
      Optional<URI> userInfo,
      Optional<URI> emails,
      Optional<URI> jwkSet) {}

  /** Which attributes tell what; a dot leads into an object, as in {@code response.id}. */
  public record Attributes(
      String subject, Optional<String> nickname, String email, String emailVerified) {}

  public ProviderSettings {
    scopes = List.copyOf(scopes);
  }

  /**
   * @throws IllegalArgumentException which says in one line what is wrong or missing
   */
  public static ProviderSettings of(String id, ProviderInput given) {
    return new Reading(id, given).settings();
  }

  /** Only a provider on this computer may be reached without TLS. */
  static boolean isFit(URI uri) {
    String host = uri.getHost();
    boolean http = "http".equals(uri.getScheme()) && host != null && Loopback.is(host);
    return ("https".equals(uri.getScheme()) || http)
        && host != null
        && uri.getRawUserInfo() == null
        && uri.getRawFragment() == null;
  }

  /** Makes settings of what an operator has written. */
  private static final class Reading {
    private final String id;
    private final ProviderInput input;

    Reading(String id, ProviderInput given) {
      this.id = id;
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "moim.providers."
                + id
                + ": a provider's name is a letter, then at most 29 of a-z, 0-9 and -");
      }
      String kind = given.kind() == null ? Presets.OIDC : given.kind().strip();
      this.input =
          given.over(
              Presets.find(kind)
                  .orElseThrow(
                      () -> wrong("kind", "is one of " + Presets.kinds() + ", not " + kind)));
    }

    ProviderSettings settings() {
      String name = input.name() == null ? id : input.name();
      if (name.codePointCount(0, name.length()) > LONGEST_NAME
          || name.codePoints().anyMatch(Character::isISOControl)) {
        throw wrong("name", "has at most " + LONGEST_NAME + " characters");
      }
      Optional<Endpoints> endpoints = endpoints();
      boolean openId = input.issuer() != null;
      if (endpoints.isEmpty() && !openId) {
        throw wrong(
            "issuer", "is missing; without one, authorization-uri and token-uri are needed");
      }
      return new ProviderSettings(
          id,
          name,
          new Client(
              need(input.clientId(), "client-id"),
              need(input.clientSecret(), "client-secret"),
              secretInBody()),
          issuer(),
          endpoints,
          scopes(openId),
          new Attributes(
              or(input.subject(), "sub"),
              Optional.ofNullable(input.nickname()),
              or(input.email(), "email"),
              or(input.emailVerified(), "email_verified")));
    }

    private boolean secretInBody() {
      return switch (or(input.clientAuthentication(), "basic")) {
        case "basic" -> false;
        case "post" -> true;
        default -> throw wrong("client-authentication", "is basic or post");
      };
    }

    /** As it is written: it must be the same, character by character, in what the provider says. */
    private Optional<String> issuer() {
      given(input.issuer(), "issuer");
      return Optional.ofNullable(input.issuer());
    }

    private Optional<Endpoints> endpoints() {
      if (input.authorizationUri() == null && input.tokenUri() == null) {
        if (input.userInfoUri() != null || input.jwkSetUri() != null) {
          throw wrong("authorization-uri", "and token-uri are needed with other addresses");
        }
        return Optional.empty();
      }
      Optional<URI> userInfo = given(input.userInfoUri(), "user-info-uri");
      Optional<URI> jwkSet = given(input.jwkSetUri(), "jwk-set-uri");
      if (jwkSet.isPresent() != (input.issuer() != null)) {
        throw wrong(
            "jwk-set-uri", "and issuer come together: the one checks what the other has signed");
      }
      if (jwkSet.isEmpty() && userInfo.isEmpty()) {
        throw wrong("user-info-uri", "is missing; it tells who has signed in");
      }
      return Optional.of(
          new Endpoints(
              uri(need(input.authorizationUri(), "authorization-uri"), "authorization-uri"),
              uri(need(input.tokenUri(), "token-uri"), "token-uri"),
              userInfo,
              given(input.emailsUri(), "emails-uri"),
              jwkSet));
    }

    private List<String> scopes(boolean openId) {
      List<String> given = input.scopes() == null ? List.of() : input.scopes();
      if (!given.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
        throw wrong("scopes", "are a list of words");
      }
      if (!openId && given.contains(OPENID)) {
        throw wrong("scopes", "have openid only with an issuer");
      }
      if (openId && given.isEmpty()) {
        return OPENID_SCOPES;
      }
      Set<String> scopes = new LinkedHashSet<>(openId ? List.of(OPENID) : List.of());
      scopes.addAll(given);
      return List.copyOf(scopes);
    }

    private Optional<URI> given(@Nullable String text, String key) {
      return Optional.ofNullable(text).map(value -> uri(value, key));
    }

    private URI uri(String text, String key) {
      try {
        URI uri = new URI(text);
        if (isFit(uri)) {
          return uri;
        }
      } catch (URISyntaxException e) {
        // Told below.
      }
      throw wrong(key, "is an address that begins with https://, not " + text);
    }

    private static String or(@Nullable String given, String otherwise) {
      return given == null ? otherwise : given;
    }

    private String need(@Nullable String given, String key) {
      if (given == null) {
        throw wrong(key, "is missing");
      }
      return given;
    }

    private IllegalArgumentException wrong(String key, String why) {
      return new IllegalArgumentException("moim.providers." + id + "." + key + " " + why);
    }
  }
}
