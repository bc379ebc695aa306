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

  private static final TokenHash THIRD = new TokenHash("3".repeat(64));
  private static final Origin ELSEWHERE = new Origin("198.51.100.7", "curl");

  /** A session that has gone on from the first to the second token. */
  private static Session renewed() {
    Session session = start();
    assertThat(session.renew(FIRST, SECOND, ORIGIN, NOW)).isTrue();
    return session;
  }

  private static void endsBy(Session session, TokenHash used, TokenHash successor, Instant now) {
    assertThat(session.renew(used, successor, ELSEWHERE, now)).isFalse();

    assertThat(session.isLive(now)).isFalse();
    assertThat(session.snapshot().token()).isEqualTo(SECOND);
    assertThat(session.snapshot().origin()).isEqualTo(ORIGIN);
    assertThat(session.pullEvents())
        .containsExactly(
            new MemberEvent.TokensRevoked(
                session.snapshot().member(), session.snapshot().id(), "curl", now));
  }

  @Test
  void it_knows_where_and_when_it_was_used_last() {
    Session session = start();

    session.renew(FIRST, SECOND, ELSEWHERE, NOW.plusSeconds(5));

    assertThat(session.snapshot().origin()).isEqualTo(ELSEWHERE);
    assertThat(session.snapshot().lastUsedAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(session.pullEvents()).isEmpty();
  }

  @Test
  void the_token_replaced_last_is_answered_once_more_within_ten_seconds() {
    Session session = renewed();
    Instant last = NOW.plus(Session.GRACE);

    assertThat(session.renew(FIRST, SECOND, ELSEWHERE, last)).isTrue();

    assertThat(session.isLive(last)).isTrue();
    assertThat(session.snapshot().token()).isEqualTo(SECOND);
    assertThat(session.snapshot().origin()).isEqualTo(ELSEWHERE);
    assertThat(session.pullEvents()).isEmpty();
    assertThat(session.renew(SECOND, THIRD, ORIGIN, last)).isTrue();
  }

  @Test
  void a_second_time_ends_the_session() {
    Session session = renewed();
    assertThat(session.renew(FIRST, SECOND, ORIGIN, NOW)).isTrue();

    endsBy(session, FIRST, SECOND, NOW);
  }

  @Test
  void more_than_ten_seconds_later_it_ends_the_session() {
    endsBy(renewed(), FIRST, SECOND, NOW.plus(Session.GRACE).plusNanos(1));
  }

  @Test
  void an_older_token_ends_the_session_at_once() {
    Session session = start();
    session.renew(FIRST, THIRD, ORIGIN, NOW);
    session.renew(THIRD, SECOND, ORIGIN, NOW);

    endsBy(session, FIRST, SECOND, NOW);
  }

  @Test
  void the_token_replaced_last_is_not_answered_with_another_successor() {
    endsBy(renewed(), FIRST, THIRD, NOW);
  }

  @Test
  void a_token_of_nobody_ends_the_session() {
    endsBy(renewed(), THIRD, SECOND, NOW);
  }

  @Test
  void the_grace_begins_anew_with_each_exchange() {
    Session session = renewed();
    assertThat(session.renew(FIRST, SECOND, ORIGIN, NOW)).isTrue();
    Instant later = NOW.plus(Session.GRACE);

    assertThat(session.renew(SECOND, THIRD, ORIGIN, later)).isTrue();

    assertThat(session.renew(SECOND, THIRD, ORIGIN, later.plus(Session.GRACE))).isTrue();
  }

  @Test
  void the_answer_repeated_does_not_outlive_the_longest_time() {
    Session session = start();
    TokenHash used = FIRST;
    for (int day = 10; day < 60; day += 10) {
      TokenHash next = used.equals(SECOND) ? THIRD : SECOND;
      assertThat(session.renew(used, next, ORIGIN, NOW.plus(Duration.ofDays(day)))).isTrue();
      used = next;
    }
    TokenHash last = new TokenHash("4".repeat(64));
    Instant end = NOW.plus(Session.LONGEST);
    assertThat(session.renew(used, last, ORIGIN, end.minusSeconds(1))).isTrue();
    assertThat(session.renew(used, last, ORIGIN, end.minusNanos(1))).isTrue();

    assertThat(session.snapshot().expiresAt()).isEqualTo(end);
    assertThat(session.isLive(end)).isFalse();
  }

  @Test
  void a_session_among_others_is_announced() {
    Session session = start();

    session.announce(NOW);

    assertThat(session.pullEvents())
        .containsExactly(
            new MemberEvent.AnotherSessionOpened(
                session.snapshot().member(), session.snapshot().id(), "Firefox", NOW));
    assertThat(session.pullEvents()).isEmpty();
  }

  @Test
  void a_session_is_restored_as_stored() {
    Session.Snapshot stored = start().snapshot().stored();

    assertThat(Session.restore(stored).snapshot()).isEqualTo(stored);
    assertThat(stored.version()).isEqualTo(new Version(1));
  }
}
