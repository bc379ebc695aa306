package dev.moim.adapter.web.security;

import dev.moim.adapter.web.shared.RolesClaim;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.domain.shared.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/**
 * What an access token must say, once its signature holds: who issued it for whom, a member, roles
 * and a session, and a time that is not over. There is no leeway: a token ends when it says so.
 */
final class AccessTokenRules implements OAuth2TokenValidator<Jwt> {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final OAuth2Error REFUSAL =
      new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "the token is not good here", null);

  private final String issuer;
  private final String audience;
  private final Clock clock;

  AccessTokenRules(String issuer, String audience, Clock clock) {
    this.issuer = issuer;
    this.audience = audience;
    this.clock = clock;
  }

  /**
   * The claims as the token has them: nothing is made out of anything else, and nothing is added.
   */
  static Map<String, Object> claims(Map<String, Object> claims) {
    Map<String, Object> typed = new HashMap<>();
    claims.forEach((name, value) -> {
      if (value != null) {
        typed.put(name, value instanceof Date date ? date.toInstant() : value);
      }
    });
    return typed;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    boolean good =
        issuer.equals(token.getClaims().get(JwtClaimNames.ISS))
            && List.of(audience).equals(token.getClaims().get(JwtClaimNames.AUD))
            && isId(token.getClaims().get(JwtClaimNames.SUB))
            && isId(token.getClaims().get(JwtClaimNames.JTI))
            && isId(token.getClaims().get(NimbusAccessTokens.SESSION))
            && RolesClaim.role(token.getClaims()).isPresent()
            && isLive(token.getIssuedAt(), token.getExpiresAt());
    return good
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(REFUSAL);
  }

  /** No token of ours is longer than its lifetime, and none has a time to wait for. */
  private boolean isLive(@Nullable Instant issuedAt, @Nullable Instant expiresAt) {
    return issuedAt != null
        && expiresAt != null
        && clock.now().isBefore(expiresAt)
        && !expiresAt.isAfter(issuedAt.plus(AccessTokens.LIFETIME));
  }

  private static boolean isId(@Nullable Object claim) {
    return claim instanceof String text && ID.matcher(text).matches();
  }
}
