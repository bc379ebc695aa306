package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AccessTokens} keeps to. */
public abstract class AccessTokensContract {
  private final MemberId member = Samples.memberId();
  private final SessionId session = Samples.sessionId();

  protected abstract AccessTokens accessTokens();

  private String token(MemberId holder, Role role, SessionId opened) {
    return accessTokens().issue(holder, role, opened, SettableClock.START);
  }

  @Test
  void a_token_fits_into_a_header() {
    assertThat(token(member, Role.ADMIN, session)).matches("[\\x21-\\x7e]{1,4096}");
  }

  @Test
  void a_token_is_of_one_member_in_one_role_and_session() {
    String token = token(member, Role.MEMBER, session);

    assertThat(token)
        .isNotEqualTo(token(Samples.memberId(), Role.MEMBER, session))
        .isNotEqualTo(token(member, Role.ADMIN, session))
        .isNotEqualTo(token(member, Role.MEMBER, Samples.sessionId()));
  }
}
