package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.Sessions;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Sessions} keeps to. */
public abstract class SessionsContract extends AggregateContract<Session.Snapshot> {
  private static final Instant NOW = SettableClock.START;
  private static final Origin ORIGIN = new Origin("192.0.2.1", "Firefox, 파이어폭스");

  protected abstract Sessions sessions();

  private static Session aSession(MemberId member) {
    return Session.start(Samples.sessionId(), member, aToken(), ORIGIN, NOW);
  }

  private static TokenHash aToken() {
    return new TokenHash(Samples.uuid().toString().replace("-", "").repeat(2));
  }

  @Override
  protected Session.Snapshot fresh() {
    return aSession(Samples.memberId()).snapshot();
  }

  @Override
  protected List<Session.Snapshot> shapes() {
    Session ended = aSession(Samples.memberId());
    ended.end();
    return List.of(
        fresh(),
        ended.snapshot(),
        new Session.Snapshot(
            Samples.sessionId(),
            Samples.memberId(),
            new TokenHash("0".repeat(63) + "f"),
            Optional.of(new Session.Replaced(aToken(), Samples.EARLY, true)),
            new Origin("", ""),
            Samples.EARLY,
            Samples.EARLY,
            Samples.FAR,
            false,
            Version.NEW));
  }

  @Override
  protected Session.Snapshot changed(Session.Snapshot state) {
    return new Session.Snapshot(
        state.id(),
        state.member(),
        aToken(),
        state.replaced().isPresent()
            ? Optional.empty()
            : Optional.of(new Session.Replaced(state.token(), NOW, false)),
        new Origin("2001:db8::1", "another device"),
        state.startedAt(),
        state.lastUsedAt().plusSeconds(1),
        state.expiresAt().minusNanos(1_000),
        !state.ended(),
        state.version());
  }

  @Override
  protected Optional<Session.Snapshot> find(Session.Snapshot like) {
    return sessions().find(like.id()).map(Session::snapshot);
  }

  @Override
  protected Session.Snapshot save(Session.Snapshot state) {
    return sessions().save(Session.restore(state));
  }

  @Override
  protected Version version(Session.Snapshot state) {
    return state.version();
  }

  @Override
  protected Session.Snapshot stored(Session.Snapshot state) {
    return state.stored();
  }

  private Session.Snapshot add(Session session) {
    return write(() -> sessions().save(session));
  }

  private Optional<Session.Snapshot> byToken(TokenHash token) {
    return read(() -> sessions().findByToken(token).map(Session::snapshot));
  }

  @Test
  void a_change_that_is_not_saved_stays_invisible() {
    Session.Snapshot stored = add(aSession(Samples.memberId()));

    change(() -> sessions().find(stored.id()).orElseThrow().end());

    assertThat(read(() -> find(stored))).contains(stored);
  }

  @Test
  void a_change_after_the_save_stays_invisible() {
    Session session = aSession(Samples.memberId());
    Session.Snapshot stored = add(session);

    session.end();

    assertThat(read(() -> find(stored))).contains(stored);
  }

  @Test
  void a_session_is_found_by_every_token_it_ever_had() {
    Session.Snapshot first = add(aSession(Samples.memberId()));
    add(aSession(first.member()));
    Session.Snapshot second = renewed(first);

    Session.Snapshot third = renewed(second);

    assertThat(byToken(third.token())).contains(third);
    assertThat(byToken(second.token())).contains(third);
    assertThat(byToken(first.token())).contains(third);
    assertThat(byToken(aToken())).isEmpty();
  }

  private Session.Snapshot renewed(Session.Snapshot session) {
    Session renewed = Session.restore(session);
    assertThat(renewed.renew(session.token(), aToken(), ORIGIN, NOW.plusSeconds(60))).isTrue();
    return add(renewed);
  }

  @Test
  void a_rolled_back_renewal_leaves_the_token_unknown() {
    Session.Snapshot first = add(aSession(Samples.memberId()));
    Session renewed = Session.restore(first);
    TokenHash next = aToken();
    assertThat(renewed.renew(first.token(), next, ORIGIN, NOW)).isTrue();

    changeAndFail(() -> sessions().save(renewed));

    assertThat(byToken(next)).isEmpty();
    assertThat(byToken(first.token())).contains(first);
  }

  @Test
  void all_sessions_of_a_member_can_be_forgotten_with_their_tokens() {
    Session.Snapshot first = add(aSession(Samples.memberId()));
    Session.Snapshot second = renewed(first);
    Session.Snapshot other = add(aSession(Samples.memberId()));

    change(() -> sessions().removeAllOf(first.member()));

    assertThat(read(() -> find(first))).isEmpty();
    assertThat(byToken(first.token())).isEmpty();
    assertThat(byToken(second.token())).isEmpty();
    assertThat(byToken(other.token())).contains(other);
  }

  @Test
  void sessions_that_expired_before_a_moment_can_be_forgotten() {
    Session.Snapshot old = renewed(add(aSession(Samples.memberId())));
    Instant moment = old.expiresAt();

    assertThat(write(() -> sessions().forgetBefore(moment))).isZero();
    assertThat(write(() -> sessions().forgetBefore(moment.plusNanos(1_000)))).isEqualTo(1);

    assertThat(read(() -> find(old))).isEmpty();
    assertThat(byToken(old.token())).isEmpty();
  }

  @Test
  void an_ended_session_is_still_found_by_its_token() {
    Session session = aSession(Samples.memberId());
    session.end();
    Session.Snapshot ended = add(session);

    assertThat(byToken(ended.token())).contains(ended);
  }

  @Test
  void open_are_the_sessions_of_the_member_that_were_not_ended() {
    MemberId member = Samples.memberId();
    Session.Snapshot one = add(aSession(member));
    Session.Snapshot other = add(aSession(member));
    Session ended = aSession(member);
    ended.end();
    add(ended);
    add(aSession(Samples.memberId()));

    assertThat(read(() -> sessions().openOf(member)))
        .map(Session::snapshot)
        .containsExactlyInAnyOrder(one, other);
    assertThat(read(() -> sessions().openOf(Samples.memberId()))).isEmpty();
  }
}
