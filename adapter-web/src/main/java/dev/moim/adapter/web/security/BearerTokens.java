package dev.moim.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Takes the access token from the {@code Authorization} header (RFC 6750, 2.1) and from nowhere
 * else. The framework's own way matches each request's half kilobyte with a regular expression,
 * which takes as long as all else that is done to a token whose signature is known.
 */
final class BearerTokens implements BearerTokenResolver {
  private static final String SCHEME = "Bearer";

  /**
   * The token; null if the header is missing or of another scheme.
   *
   * @throws OAuth2AuthenticationException if it is not of the form {@code b64token}
   */
  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    int from = SCHEME.length() + 1;
    if (header.length() <= from || header.charAt(from - 1) != ' ' || !isToken(header, from)) {
      throw new OAuth2AuthenticationException(
          BearerTokenErrors.invalidToken("the bearer token is malformed"));
    }
    return header.substring(from);
  }

  /** One or more of the token's characters, and then any number of equals signs. */
  private static boolean isToken(String header, int from) {
    int end = header.length();
    while (end > from && header.charAt(end - 1) == '=') {
      end--;
    }
    for (int at = from; at < end; at++) {
      if (!isTokenCharacter(header.charAt(at))) {
        return false;
      }
    }
    return end > from;
  }

  private static boolean isTokenCharacter(char one) {
    return (one >= 'a' && one <= 'z')
        || (one >= 'A' && one <= 'Z')
        || (one >= '0' && one <= '9')
        || "-._~+/".indexOf(one) >= 0;
  }
}
