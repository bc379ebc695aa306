package dev.moim.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemberTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final MemberId ID = new MemberId(new UUID(0, 1));

  private static Member signUp() {
    return Member.signUp(
        ID,
        Person.named(
            new Nickname("minji"),
            new EmailAddress("minji@example.org"),
            Language.KO,
            ZoneId.of("Asia/Seoul")),
        NOW);
  }

  @Test
  void a_new_member_has_no_rights_but_a_members() {
    Member member = signUp();

    assertThat(member.snapshot().role()).isEqualTo(Role.MEMBER);
    assertThat(member.snapshot().version()).isEqualTo(Version.NEW);
    assertThat(member.pullEvents()).containsExactly(new MemberEvent.MemberSignedUp(ID, NOW));
    assertThat(member.pullEvents()).isEmpty();
  }

  @Test
  void a_member_is_restored_as_stored_and_tells_no_events() {
    Member.Snapshot stored = signUp().snapshot().stored();

    Member restored = Member.restore(stored);

    assertThat(restored.snapshot()).isEqualTo(stored);
    assertThat(restored.pullEvents()).isEmpty();
    assertThat(new MemberEvent.MemberSignedUp(ID, NOW).key()).isEqualTo(ID.toString());
  }

  @Test
  void each_role_includes_those_before_it() {
    assertThat(Role.ADMIN.includes(Role.MANAGER)).isTrue();
    assertThat(Role.MANAGER.includes(Role.MANAGER)).isTrue();
    assertThat(Role.MEMBER.includes(Role.MANAGER)).isFalse();
    assertThat(new Caller(ID, Role.MANAGER).isAtLeast(Role.MEMBER)).isTrue();
    assertThat(new Caller(ID, Role.MANAGER).isAtLeast(Role.ADMIN)).isFalse();
    assertThat(new Caller(ID, Role.MEMBER).is(ID)).isTrue();
    assertThat(new Caller(ID, Role.MEMBER).is(new MemberId(new UUID(0, 2)))).isFalse();
  }
}
