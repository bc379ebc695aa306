package dev.moim.testkit.member;

import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import java.time.Instant;

/** Access tokens that say openly what they stand for. */
public final class FakeAccessTokens implements AccessTokens {
  @Override
  public String issue(MemberId member, Role role, SessionId session, Instant now) {
    return "access:" + member + ":" + role + ":" + session + ":" + now.plus(LIFETIME);
  }
}
