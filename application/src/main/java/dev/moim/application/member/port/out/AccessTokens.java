package dev.moim.application.member.port.out;

import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import java.time.Duration;
import java.time.Instant;

/** Issues the short-lived tokens that prove who is signed in. */
public interface AccessTokens {
  /** How long an access token is good for. */
  Duration LIFETIME = Duration.ofMinutes(5);

  /** A signed token for that member in that session, good from now for {@link #LIFETIME}. */
  String issue(MemberId member, Role role, SessionId session, Instant now);
}
