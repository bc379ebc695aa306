package dev.moim.adapter.web.member;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that carries the refresh token. Its prefix makes browsers insist on Secure, Path=/ and
 * this very host (RFC 6265bis); no script can read it, and no other site's page sends it.
 */
final class RefreshCookie {
  static final String NAME = "__Host-moim-refresh";

  private RefreshCookie() {}

  /** The header's value. */
  static String of(String token, Duration lifetime) {
    return hostCookie(NAME, token, lifetime);
  }

  /** The header's value that takes the cookie away. */
  static String none() {
    return hostCookie(NAME, "", Duration.ZERO);
  }

  static String hostCookie(String name, String value, Duration lifetime) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(true)
        .sameSite("Strict")
        .path("/")
        .maxAge(lifetime)
        .build()
        .toString();
  }
}
