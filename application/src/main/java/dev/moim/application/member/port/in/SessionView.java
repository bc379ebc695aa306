package dev.moim.application.member.port.in;

import dev.moim.domain.shared.MemberId;
import java.time.Duration;
import java.time.Instant;

/**
 * A session as handed to the one who just opened or renewed it.
 *
 * @param refreshToken opaque, used once to renew the session; kept nowhere else in this form
 * @param refreshExpiresAt when the session ends unless it is renewed before
 */
public record SessionView(
    MemberId member,
    String nickname,
    String accessToken,
    Duration accessLifetime,
    String refreshToken,
    Instant refreshExpiresAt) {
  @Override
  public String toString() {
    return "SessionView[" + member + "]";
  }
}
