package dev.moim.domain.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Origin ORIGIN = new Origin("192.0.2.1", "Firefox");
  private static final TokenHash FIRST = new TokenHash("1".repeat(64));
  private static final TokenHash SECOND = new TokenHash("2".repeat(64));

  private static Session start() {
    return Session.start(
        new SessionId(new UUID(0, 1)), new MemberId(new UUID(0, 2)), FIRST, ORIGIN, NOW);
  }

  private static void refuses(Session session, Instant now) {
    Session.Snapshot before = session.snapshot();
    DomainException refusal =
        catchThrowableOfType(
            DomainException.class, () -> session.renew(FIRST, SECOND, ORIGIN, now));
    assertThat(refusal.code()).isEqualTo(MemberError.SESSION_ENDED);
    assertThat(session.snapshot()).isEqualTo(before);
  }

  @Test
  void a_session_lives_until_it_lies_idle_too_long() {
    Session session = start();

    assertThat(session.isLive(NOW.plus(Session.IDLE).minusNanos(1))).isTrue();
    assertThat(session.isLive(NOW.plus(Session.IDLE))).isFalse();
    refuses(session, NOW.plus(Session.IDLE));
  }

  @Test
  void its_use_changes_the_token_and_prolongs_it() {
    Session session = start();

    assertThat(session.renew(FIRST, SECOND, ORIGIN, NOW.plus(Duration.ofDays(10)))).isTrue();

    assertThat(session.snapshot().token()).isEqualTo(SECOND);
    assertThat(session.snapshot().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(24)));
    assertThat(session.snapshot().startedAt()).isEqualTo(NOW);
  }

  @Test
  void it_ends_after_its_longest_time_however_much_it_is_used() {
    Session session = start();
    for (int day = 10; day < 60; day += 10) {
      TokenHash used = session.snapshot().token();
      assertThat(session.renew(used, SECOND, ORIGIN, NOW.plus(Duration.ofDays(day)))).isTrue();
    }

    assertThat(session.snapshot().expiresAt()).isEqualTo(NOW.plus(Session.LONGEST));
    refuses(session, NOW.plus(Session.LONGEST));
  }

  @Test
  void an_ended_session_stays_ended() {
    Session session = start();

    session.end();
    session.end();

    assertThat(session.isLive(NOW)).isFalse();
    refuses(session, NOW);
    assertThat(session.snapshot().ended()).isTrue();
  }

  @Test
  void a_session_is_restored_as_stored() {
    Session.Snapshot stored = start().snapshot().stored();

    assertThat(Session.restore(stored).snapshot()).isEqualTo(stored);
    assertThat(stored.version()).isEqualTo(new Version(1));
  }
}
