package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.WebError;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

/**
 * Why a provider did not help. What it has said is not part of it: that may hold tokens or personal
 * data, and this is logged.
 */
final class ProviderFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_CODE = 40;

  private final WebError code;

  ProviderFailure(WebError code, String why) {
    super(why, null, false, false);
    this.code = code;
  }

  WebError code() {
    return code;
  }

  /** Of whatever a call of Spring Security's failed with. */
  static ProviderFailure of(RuntimeException failure) {
    if (failure instanceof ProviderFailure known) {
      return known;
    }
    String why = String.join(" < ", causes(failure).map(ProviderFailure::describe).toList());
    return new ProviderFailure(judge(failure), why);
  }

  private static WebError judge(RuntimeException failure) {
    if (causes(failure).anyMatch(ProviderFailure::isAway)) {
      return WebError.PROVIDER_AWAY;
    }
    boolean refused =
        causes(failure)
            .anyMatch(cause ->
                cause instanceof HttpClientErrorException
                    || (cause instanceof OAuth2AuthorizationException said
                        && !said.getError().getErrorCode().startsWith("invalid_token_response")));
    return refused ? WebError.PROVIDER_REFUSED : WebError.PROVIDER_NOT_TRUSTED;
  }

  private static boolean isAway(Throwable cause) {
    return cause instanceof IOException
        || cause instanceof HttpServerErrorException
        || (cause instanceof JwtException && !(cause instanceof BadJwtException));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(10);
  }

  private static String describe(Throwable cause) {
    return cause.getClass().getSimpleName()
        + switch (cause) {
          case OAuth2AuthenticationException said -> " " + word(said.getError());
          case OAuth2AuthorizationException said -> " " + word(said.getError());
          default -> "";
        };
  }

  /** An error's code, if it looks like one (RFC 6749, 5.2). */
  private static String word(OAuth2Error error) {
    return word(error.getErrorCode());
  }

  static String word(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST_CODE && lower.matches("[a-z0-9_]+") ? lower : "(no code)";
  }
}
