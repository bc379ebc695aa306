package dev.moim.adapter.web.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator writes about a provider, as written. What was left out is {@code null}, and
 * comes from the preset that {@code kind} names, or from the provider's own description.
 */
public record ProviderInput(
    @Nullable String kind,
    @Nullable String name,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String clientAuthentication,
    @Nullable String issuer,
    @Nullable String authorizationUri,
    @Nullable String tokenUri,
    @Nullable String userInfoUri,
    @Nullable String emailsUri,
    @Nullable String jwkSetUri,
    @Nullable List<String> scopes,
    @Nullable String subject,
    @Nullable String nickname,
    @Nullable String email,
    @Nullable String emailVerified) {
  /** Nothing at all. */
  public static final ProviderInput NONE =
      new ProviderInput(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null);

  /** This input, with another one's where it has nothing. */
  ProviderInput over(ProviderInput other) {
    return new ProviderInput(
        or(kind, other.kind),
        or(name, other.name),
        or(clientId, other.clientId),
        or(clientSecret, other.clientSecret),
        or(clientAuthentication, other.clientAuthentication),
        or(issuer, other.issuer),
        or(authorizationUri, other.authorizationUri),
        or(tokenUri, other.tokenUri),
        or(userInfoUri, other.userInfoUri),
        or(emailsUri, other.emailsUri),
        or(jwkSetUri, other.jwkSetUri),
        scopes == null || scopes.isEmpty() ? other.scopes : scopes,
        or(subject, other.subject),
        or(nickname, other.nickname),
        or(email, other.email),
        or(emailVerified, other.emailVerified));
  }

  private static @Nullable String or(@Nullable String own, @Nullable String other) {
    return own == null || own.isBlank() ? other : own.strip();
  }

  @Override
  public String toString() {
    return "ProviderInput[" + kind + "]";
  }
}
