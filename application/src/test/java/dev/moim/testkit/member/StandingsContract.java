package dev.moim.testkit.member;

import static dev.moim.testkit.member.MemberBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.Standings;
import dev.moim.application.member.port.out.Standings.Standing;
import dev.moim.domain.member.Block;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Role;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Standings} keeps to. */
public abstract class StandingsContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;

  protected abstract Standings standings();

  /** The sessions and members that it tells of. */
  protected abstract Sessions sessions();

  protected abstract Members members();

  private Session.Snapshot sessionOf(MemberId member) {
    TokenHash token = new TokenHash(Samples.uuid().toString().replace("-", "").repeat(2));
    return write(() ->
        sessions()
            .save(
                Session.start(
                    Samples.sessionId(), member, token, new Origin("192.0.2.1", "x"), NOW)));
  }

  private MemberId add(MemberBuilder member) {
    return write(() -> members().save(member.restore())).id();
  }

  private void change(MemberId id, Consumer<Member> deed) {
    change(() -> {
      Member member = members().find(id).orElseThrow();
      deed.accept(member);
      members().save(member);
    });
  }

  private Optional<Standing> of(SessionId session) {
    return read(() -> standings().of(session));
  }

  @Test
  void a_session_and_its_member_are_told_as_they_are() {
    MemberId plain = add(aMember());
    MemberId blocked = add(aMember().blocked(Samples.FAR, Samples.TRICKY + Samples.EMOJI));
    MemberId withdrawn = add(aMember().role(Role.MANAGER).withdrawnAt(NOW).withoutPassword());
    Session.Snapshot one = sessionOf(plain);
    Session.Snapshot two = sessionOf(blocked);
    Session.Snapshot three = sessionOf(withdrawn);

    assertThat(of(one.id()))
        .contains(
            new Standing(plain, Role.MEMBER, Optional.empty(), false, false, one.expiresAt()));
    assertThat(of(two.id()))
        .contains(
            new Standing(
                blocked,
                Role.MEMBER,
                Optional.of(new Block(Samples.FAR, Samples.TRICKY + Samples.EMOJI)),
                false,
                false,
                two.expiresAt()));
    assertThat(of(three.id()))
        .contains(
            new Standing(
                withdrawn, Role.MANAGER, Optional.empty(), true, false, three.expiresAt()));
  }

  @Test
  void nothing_is_told_of_a_session_or_a_member_who_is_not_there() {
    sessionOf(add(aMember()));
    Session.Snapshot memberless = sessionOf(Samples.memberId());

    assertThat(of(Samples.sessionId())).isEmpty();
    assertThat(of(memberless.id())).isEmpty();
  }

  @Test
  void every_change_is_told_at_once() {
    MemberId member = add(aMember());
    Session.Snapshot session = sessionOf(member);
    Block block = new Block(NOW.plusSeconds(60), "shouted");

    change(member, m -> m.grant(Role.ADMIN, Optional.empty(), "", NOW));
    assertThat(of(session.id())).map(Standing::role).contains(Role.ADMIN);

    change(member, m -> m.block(Optional.of(block)));
    assertThat(of(session.id())).map(Standing::block).contains(Optional.of(block));
    change(member, m -> m.block(Optional.empty()));
    assertThat(of(session.id())).map(Standing::block).contains(Optional.empty());

    change(member, m -> m.withdraw(NOW));
    assertThat(of(session.id())).map(Standing::withdrawn).contains(true);
    change(member, m -> m.undoWithdrawal(NOW));
    assertThat(of(session.id())).map(Standing::withdrawn).contains(false);

    change(() -> {
      Session open = sessions().find(session.id()).orElseThrow();
      open.end();
      sessions().save(open);
    });
    assertThat(of(session.id())).map(Standing::ended).contains(true);

    change(() -> sessions().removeAllOf(member));
    assertThat(of(session.id())).isEmpty();
  }

  @Test
  void an_erased_member_has_withdrawn() {
    MemberId member = add(aMember().withdrawnAt(NOW));
    Session.Snapshot session = sessionOf(member);

    change(member, m -> m.erase(NOW.plus(Member.UNDO)));

    assertThat(of(session.id())).map(Standing::withdrawn).contains(true);
  }
}
