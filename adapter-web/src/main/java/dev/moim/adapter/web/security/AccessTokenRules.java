package dev.moim.adapter.web.security;

import dev.moim.domain.member.Role;
import dev.moim.domain.shared.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What an access token must say, once its signature holds: who issued it for whom, a member, a role
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

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    boolean good =
        issuer.equals(token.getClaimAsString("iss"))
            && token.getAudience() != null
            && token.getAudience().contains(audience)
            && isId(token.getSubject())
            && isId(token.getId())
            && isId(token.getClaimAsString(NimbusAccessTokens.SESSION))
            && isRole(token.getClaimAsString(NimbusAccessTokens.ROLE))
            && isLive(token);
    return good
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(REFUSAL);
  }

  private boolean isLive(Jwt token) {
    Instant now = clock.now();
    return Optional.ofNullable(token.getExpiresAt()).filter(now::isBefore).isPresent();
  }

  private static boolean isId(@Nullable String text) {
    return text != null && ID.matcher(text).matches();
  }

  private static boolean isRole(@Nullable String text) {
    return Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(text));
  }
}
