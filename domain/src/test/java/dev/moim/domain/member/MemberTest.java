package dev.moim.domain.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemberTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant OVER = NOW.plus(Member.UNDO);
  private static final MemberId ID = new MemberId(new UUID(0, 1));
  private static final MemberId ADMIN = new MemberId(new UUID(0, 2));
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Block BLOCK = new Block(NOW.plusSeconds(60), "shouting");

  private static Member signUp() {
    return Member.signUp(
        ID,
        Person.named(
            new Nickname("minji"), new EmailAddress("minji@example.org"), Language.KO, SEOUL),
        NOW);
  }

  /** Who has told all events. */
  private static Member settled() {
    Member member = signUp();
    member.pullEvents();
    return member;
  }

  private static Member withdrawn() {
    Member member = settled();
    member.withdraw(NOW);
    member.pullEvents();
    return member;
  }

  private static Member erased() {
    Member member = withdrawn();
    member.erase(OVER);
    member.pullEvents();
    return member;
  }

  private static void refuses(ErrorCode code, Member member, Runnable change) {
    Member.Snapshot before = member.snapshot();
    DomainException refusal = catchThrowableOfType(DomainException.class, change::run);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(member.snapshot()).isEqualTo(before);
    assertThat(member.pullEvents()).isEmpty();
  }

  @Test
  void a_new_member_has_no_rights_but_a_members() {
    Member member = signUp();

    assertThat(member.snapshot().role()).isEqualTo(Role.MEMBER);
    assertThat(member.snapshot().status(NOW)).isEqualTo(MemberStatus.ACTIVE);
    assertThat(member.snapshot().version()).isEqualTo(Version.NEW);
    assertThat(member.person().emailVerified()).isFalse();
    assertThat(member.person().password()).isEmpty();
    assertThat(member.person().picture()).isEmpty();
    assertThat(member.pullEvents()).containsExactly(new MemberEvent.MemberSignedUp(ID, NOW));
    assertThat(member.pullEvents()).isEmpty();
  }

  @Test
  void a_member_is_restored_as_stored_and_tells_no_events() {
    Member.Snapshot stored = signUp().snapshot().stored();

    Member restored = Member.restore(stored);

    assertThat(stored.version()).isEqualTo(new Version(1));
    assertThat(restored.snapshot()).isEqualTo(stored);
    assertThat(restored.pullEvents()).isEmpty();
    assertThat(new MemberEvent.MemberSignedUp(ID, NOW).key()).isEqualTo(ID.toString());
  }

  @Test
  void each_change_of_a_person_leaves_the_rest() {
    PictureTag tag = new PictureTag("a".repeat(64));
    PasswordHash hash = new PasswordHash("hash");
    Member member = settled();

    member.edit(new Nickname("jun"), Language.EN, ZoneId.of("Europe/Berlin"));
    member.showPicture(Optional.of(tag));
    member.verifyEmail(new EmailAddress("jun@example.org"), NOW);
    member.choosePassword(hash, NOW);

    assertThat(member.person())
        .isEqualTo(
            new Person(
                new Nickname("jun"),
                new EmailAddress("jun@example.org"),
                true,
                Optional.of(hash),
                Language.EN,
                ZoneId.of("Europe/Berlin"),
                Optional.of(tag)));
    member.showPicture(Optional.empty());
    assertThat(member.person().picture()).isEmpty();
    assertThat(member.snapshot().joinedAt()).isEqualTo(NOW);
  }

  @Test
  void the_former_address_is_told_of_a_change_and_of_nothing_else() {
    Member member = settled();

    member.verifyEmail(new EmailAddress("MINJI@example.org"), NOW);

    assertThat(member.person().emailVerified()).isTrue();
    assertThat(member.pullEvents()).isEmpty();

    member.verifyEmail(new EmailAddress("other@example.org"), NOW);

    assertThat(member.pullEvents())
        .containsExactly(
            new MemberEvent.EmailChanged(ID, new EmailAddress("MINJI@example.org"), NOW));
  }

  @Test
  void a_chosen_password_is_told_and_a_stronger_hash_is_not() {
    Member member = settled();

    member.choosePassword(new PasswordHash("weak"), NOW);
    assertThat(member.pullEvents()).containsExactly(new MemberEvent.PasswordChanged(ID, NOW));

    member.strengthen(new PasswordHash("strong"));
    assertThat(member.pullEvents()).isEmpty();
    assertThat(member.person().password()).contains(new PasswordHash("strong"));
  }

  @Test
  void a_role_is_given_by_an_admin_or_the_operator() {
    Member member = settled();

    member.grant(Role.MANAGER, Optional.of(ADMIN), "192.0.2.1", NOW);
    member.grant(Role.MANAGER, Optional.of(ADMIN), "192.0.2.1", NOW);
    member.grant(Role.ADMIN, Optional.empty(), "", NOW);

    assertThat(member.snapshot().role()).isEqualTo(Role.ADMIN);
    assertThat(member.pullEvents())
        .containsExactly(
            new MemberEvent.RoleChanged(
                ID, Role.MEMBER, Role.MANAGER, Optional.of(ADMIN), "192.0.2.1", NOW),
            new MemberEvent.RoleChanged(ID, Role.MANAGER, Role.ADMIN, Optional.empty(), "", NOW));
  }

  @Test
  void a_block_holds_until_its_end_and_not_a_nanosecond_longer() {
    Member member = settled();

    member.block(Optional.of(BLOCK));

    assertThat(member.snapshot().status(BLOCK.until().minusNanos(1)))
        .isEqualTo(MemberStatus.BLOCKED);
    assertThat(member.snapshot().status(BLOCK.until())).isEqualTo(MemberStatus.ACTIVE);
    member.block(Optional.empty());
    assertThat(member.snapshot().status(NOW)).isEqualTo(MemberStatus.ACTIVE);
  }

  @Test
  void who_leaves_gives_up_the_role_and_leaves_once() {
    Member member = settled();
    member.grant(Role.ADMIN, Optional.empty(), "", NOW);
    member.pullEvents();

    member.withdraw(NOW);
    member.withdraw(NOW.plusSeconds(1));

    assertThat(member.snapshot().role()).isEqualTo(Role.MEMBER);
    assertThat(member.snapshot().withdrawnAt()).contains(NOW);
    assertThat(member.snapshot().status(NOW)).isEqualTo(MemberStatus.WITHDRAWN);
    assertThat(member.pullEvents())
        .containsExactly(
            new MemberEvent.RoleChanged(ID, Role.ADMIN, Role.MEMBER, Optional.of(ID), "", NOW),
            new MemberEvent.MemberWithdrew(ID, OVER, NOW));
  }

  @Test
  void who_has_left_counts_as_gone_even_while_blocked() {
    Member member = withdrawn();

    member.block(Optional.of(BLOCK));

    assertThat(member.snapshot().status(NOW)).isEqualTo(MemberStatus.WITHDRAWN);
  }

  @Test
  void who_left_may_come_back_until_the_last_nanosecond() {
    Instant last = OVER.minusNanos(1);
    Member member = withdrawn();

    member.undoWithdrawal(last);

    assertThat(member.snapshot().status(last)).isEqualTo(MemberStatus.ACTIVE);
    assertThat(member.snapshot().withdrawnAt()).isEmpty();
    assertThat(member.pullEvents()).containsExactly(new MemberEvent.MemberReturned(ID, last));
  }

  @Test
  void then_it_is_too_late_even_before_anything_is_erased() {
    Member member = withdrawn();

    refuses(MemberError.MEMBER_NOT_FOUND, member, () -> member.undoWithdrawal(OVER));
  }

  @Test
  void who_never_left_needs_not_come_back() {
    Member member = settled();
    Member.Snapshot before = member.snapshot();

    member.undoWithdrawal(NOW);

    assertThat(member.snapshot()).isEqualTo(before);
    assertThat(member.pullEvents()).isEmpty();
  }

  @Test
  void nobody_is_erased_too_early_or_without_having_left() {
    Member staying = settled();
    Member leaving = withdrawn();
    Member.Snapshot before = leaving.snapshot();

    staying.erase(OVER);
    leaving.erase(OVER.minusNanos(1));

    assertThat(staying.person().nickname()).isEqualTo(new Nickname("minji"));
    assertThat(leaving.snapshot()).isEqualTo(before);
    assertThat(leaving.pullEvents()).isEmpty();
  }

  @Test
  void then_nothing_personal_is_kept() {
    Member member = withdrawn();
    member.block(Optional.of(BLOCK));

    member.erase(OVER);
    member.erase(OVER);

    assertThat(member.snapshot())
        .isEqualTo(
            new Member.Snapshot(
                ID,
                Optional.empty(),
                Role.MEMBER,
                NOW,
                Optional.empty(),
                Optional.of(NOW),
                Version.NEW));
    assertThat(member.snapshot().status(OVER)).isEqualTo(MemberStatus.ERASED);
    assertThat(member.pullEvents()).containsExactly(new MemberEvent.MemberErased(ID, OVER));
  }

  @Test
  void who_is_erased_can_do_nothing_any_more() {
    Member member = erased();

    refuses(MemberError.MEMBER_NOT_FOUND, member, member::person);
    refuses(MemberError.MEMBER_NOT_FOUND, member, () -> member.withdraw(OVER));
    refuses(MemberError.MEMBER_NOT_FOUND, member, () -> member.undoWithdrawal(OVER));
    refuses(MemberError.MEMBER_NOT_FOUND, member, () -> member.showPicture(Optional.empty()));
    refuses(
        MemberError.MEMBER_NOT_FOUND,
        member,
        () -> member.grant(Role.ADMIN, Optional.empty(), "", OVER));
    refuses(
        MemberError.MEMBER_NOT_FOUND,
        member,
        () -> member.edit(new Nickname("jun"), Language.EN, SEOUL));
  }

  @Test
  void each_role_includes_those_before_it() {
    assertThat(Role.ADMIN.includes(Role.MANAGER)).isTrue();
    assertThat(Role.MANAGER.includes(Role.MANAGER)).isTrue();
    assertThat(Role.MEMBER.includes(Role.MANAGER)).isFalse();
    assertThat(new Caller(ID, Role.MANAGER).isAtLeast(Role.MEMBER)).isTrue();
    assertThat(new Caller(ID, Role.MANAGER).isAtLeast(Role.ADMIN)).isFalse();
    assertThat(new Caller(ID, Role.MEMBER).is(ID)).isTrue();
    assertThat(new Caller(ID, Role.MEMBER).is(ADMIN)).isFalse();
  }

  @Test
  void a_caller_with_a_lower_role_than_required_is_refused() {
    new Caller(ID, Role.MANAGER).require(Role.MANAGER);

    DomainException refusal =
        catchThrowableOfType(
            DomainException.class, () -> new Caller(ID, Role.MANAGER).require(Role.ADMIN));

    assertThat(refusal.code()).isEqualTo(SharedError.NOT_ALLOWED);
  }
}
