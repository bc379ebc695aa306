package dev.moim.application.member;

import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.in.AppointAdmin;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.application.member.port.in.GrantRole;
import dev.moim.application.member.port.in.ListMembers;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.member.port.in.WarningView;
import dev.moim.application.member.port.in.WithdrawWarning;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Block;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.Role;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.WarningId;
import dev.moim.testkit.Community;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdministrationUseCasesTest {
  private static final Origin OFFICE = new Origin("192.0.2.9", "Safari");

  private final Community community = new Community();
  private final People people = new People(community);
  private final Caller admin = community.admin("admin");
  private final Caller manager = community.newcomer("manager", Role.MANAGER, admin);
  private final Caller minji = community.newcomer("minji");

  AdministrationUseCasesTest() {
    community.deliver();
  }

  private MemberView grant(Caller by, Caller member, Role role) {
    return community
        .administration()
        .grantRole()
        .grant(new GrantRole.Command(by, OFFICE, member.id(), role));
  }

  private WarningView warn(Caller by, Caller member) {
    return community
        .administration()
        .warnMember()
        .warn(new WarnMember.Command(by, OFFICE, member.id(), "shouting"));
  }

  private WarningView withdraw(Caller by, WarningId warning) {
    return community
        .administration()
        .withdrawWarning()
        .withdraw(new WithdrawWarning.Command(by, OFFICE, warning));
  }

  private List<WarningView> warnings(Caller by, Caller member) {
    return community.administration().listWarnings().list(by, member.id());
  }

  private AppointAdmin.Outcome appoint(String email, String nickname, String password) {
    return community
        .administration()
        .appointAdmin()
        .appoint(new AppointAdmin.Command(email, nickname, () -> password));
  }

  private List<MemberView> list(Optional<String> search, Optional<Role> role) {
    return PageWalk.all(
        2,
        page ->
            community
                .administration()
                .listMembers()
                .list(admin, new ListMembers.Query(search, role, page)));
  }

  private Instant in(int days) {
    return community.clock().now().plus(Duration.ofDays(days));
  }

  @Test
  void an_admin_gives_a_role_which_ends_the_sessions_of_before() {
    SessionView before = people.signIn("minji");

    MemberView granted = grant(admin, minji, Role.MANAGER);

    assertThat(granted.role()).isEqualTo(Role.MANAGER);
    assertRefused(MemberError.SESSION_ENDED, () -> people.check(before));
    assertRefused(MemberError.SESSION_ENDED, () -> people.renew(before));
    SessionView after = people.signIn("minji");
    assertThat(people.check(after).caller()).isEqualTo(new Caller(minji.id(), Role.MANAGER));
    assertThat(community.events())
        .contains(
            new MemberEvent.RoleChanged(
                minji.id(),
                Role.MEMBER,
                Role.MANAGER,
                Optional.of(admin.id()),
                OFFICE.address(),
                community.clock().now()));
    assertThat(community.told(minji))
        .filteredOn(told -> told.type() == NotificationType.ROLE_CHANGED)
        .singleElement()
        .satisfies(told -> {
          assertThat(told.arguments()).isEqualTo(Map.of("role", "MANAGER"));
          assertThat(told.link()).isEqualTo("/settings");
        });
  }

  @Test
  void the_same_role_once_more_changes_nothing() {
    SessionView session = people.signIn("minji");
    community.deliver();

    assertThat(grant(admin, minji, Role.MEMBER)).isEqualTo(people.account(minji));

    assertThat(people.check(session).caller()).isEqualTo(minji);
    assertThat(community.events()).isEmpty();
  }

  @Test
  void nobody_else_gives_roles() {
    for (Caller caller : List.of(manager, minji)) {
      assertRefused(SharedError.NOT_ALLOWED, () -> grant(caller, minji, Role.ADMIN));
    }
    assertRefused(
        MemberError.MEMBER_NOT_FOUND,
        () -> grant(admin, new Caller(Samples.memberId(), Role.MEMBER), Role.ADMIN));
  }

  @Test
  void the_last_admin_stays() {
    assertRefused(MemberError.LAST_ADMIN, () -> grant(admin, admin, Role.MEMBER));
    assertRefused(MemberError.LAST_ADMIN, () -> people.withdraw(admin));
    assertThat(community.administration().countAdmins().count()).isEqualTo(1);

    grant(admin, minji, Role.ADMIN);
    grant(admin, admin, Role.MANAGER);

    assertThat(people.account(admin).role()).isEqualTo(Role.MANAGER);
    assertRefused(MemberError.LAST_ADMIN, () -> people.withdraw(minji));
  }

  @Test
  void an_admin_who_leaves_is_none_any_more_not_even_after_coming_back() {
    grant(admin, minji, Role.ADMIN);

    people.withdraw(minji);

    assertThat(community.administration().countAdmins().count()).isEqualTo(1);
    assertRefused(MemberError.MEMBER_WITHDRAWN, () -> grant(admin, minji, Role.ADMIN));
    assertThat(community.members().undoWithdrawal().undo(minji).role()).isEqualTo(Role.MEMBER);
  }

  @Test
  void the_operator_makes_an_admin_of_whom_there_is_or_of_nobody() {
    SessionView before = people.signIn("minji");
    people.signInWith("github", "4711", Optional.of("hana@example.org"), "hana");

    assertThat(appoint("MINJI@example.org", "x", People.PASSWORD))
        .isEqualTo(AppointAdmin.Outcome.CLAIMED);
    assertThat(appoint("hana@example.org", "x", "y")).isEqualTo(AppointAdmin.Outcome.PROMOTED);
    assertThat(appoint("minji@example.org", "x", "y")).isEqualTo(AppointAdmin.Outcome.WAS_ADMIN);
    assertThat(appoint("root@example.org", "root", People.PASSWORD))
        .isEqualTo(AppointAdmin.Outcome.CREATED);

    assertRefused(MemberError.SESSION_ENDED, () -> people.check(before));
    assertThat(people.check(people.signIn("root")).caller().role()).isEqualTo(Role.ADMIN);
    assertThat(community.administration().countAdmins().count()).isEqualTo(4);
    people.withdraw(minji);
    assertRefused(MemberError.MEMBER_WITHDRAWN, () -> appoint("minji@example.org", "x", "y"));
  }

  @Test
  void who_took_the_address_of_an_admin_to_be_gets_no_power_by_it() {
    SessionView squatter = people.signIn("minji");
    people.link(minji, squatter, "github", "4711");

    assertThat(appoint("minji@example.org", "x", "the operators own"))
        .isEqualTo(AppointAdmin.Outcome.CLAIMED);

    assertRefused(MemberError.SESSION_ENDED, () -> people.check(squatter));
    assertRefused(MemberError.WRONG_CREDENTIALS, () -> people.signIn("minji"));
    assertThat(community.sessions().listIdentities().list(minji)).isEmpty();
  }

  @Test
  void a_new_admin_needs_a_password_like_everybody() {
    assertInvalid(() -> appoint("root@example.org", "root", ""), "/password WRONG_LENGTH");
    assertInvalid(() -> appoint("root@example.org", "root", "password"), "/password TOO_COMMON");
    assertInvalid(() -> appoint("root", "root", People.PASSWORD), "/email NOT_AN_EMAIL_ADDRESS");
    assertThat(
            new AppointAdmin.Command("root@example.org", "root", () -> People.PASSWORD).toString())
        .doesNotContain(People.PASSWORD);
  }

  @Test
  void a_warning_blocks_at_once_and_says_until_when_and_why() {
    SessionView before = people.signIn("minji");
    community.deliver();

    WarningView warning = warn(manager, minji);

    assertThat(warning.until()).isEqualTo(in(1));
    assertThat(warning.by()).contains(manager.id());
    assertRefused(MemberError.SESSION_ENDED, () -> people.check(before));
    CheckAccess.Access access = people.check(people.signIn("minji"));
    assertThat(access.status()).isEqualTo(MemberStatus.BLOCKED);
    assertThat(access.block()).contains(new Block(in(1), "shouting"));
    assertThat(community.members().checkActive().isActive(minji.id())).isFalse();
    assertThat(people.mails(Kind.WARNED))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.until()).contains(in(1));
          assertThat(mail.reason()).contains("shouting");
        });
    assertThat(community.told(minji))
        .filteredOn(told -> told.type() == NotificationType.WARNED)
        .singleElement()
        .extracting(Notification::arguments)
        .isEqualTo(Map.of("until", in(1).toString(), "reason", "shouting"));
    community.clock().set(warning.until());
    assertThat(people.check(people.signIn("minji")).status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(community.members().checkActive().isActive(minji.id())).isTrue();
  }

  @Test
  void each_further_warning_blocks_longer_counted_from_now() {
    assertThat(warn(manager, minji).until()).isEqualTo(in(1));
    community.clock().advance(Duration.ofHours(1));
    assertThat(warn(manager, minji).until()).isEqualTo(in(7));
    assertThat(warn(admin, minji).until()).isEqualTo(in(30));
    community.clock().advance(Duration.ofDays(400));
    assertThat(warn(manager, minji).until()).isEqualTo(in(30));

    assertThat(warnings(admin, minji)).hasSize(4);
  }

  @Test
  void a_warning_taken_back_does_not_count_and_blocks_no_longer() {
    WarningView first = warn(manager, minji);
    WarningView second = warn(manager, minji);

    WarningView taken = withdraw(manager, second.id());

    assertThat(taken.withdrawnAt()).contains(community.clock().now());
    assertThat(people.account(minji).block()).contains(new Block(first.until(), "shouting"));
    withdraw(admin, first.id());
    assertThat(people.account(minji).status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(warn(manager, minji).until()).isEqualTo(in(1));
    assertThat(warnings(admin, minji)).hasSize(3);
    assertRefused(MemberError.WARNING_WITHDRAWN, () -> withdraw(admin, first.id()));
    assertRefused(
        MemberError.WARNING_NOT_FOUND, () -> withdraw(admin, new WarningId(Samples.uuid())));
  }

  @Test
  void a_warning_is_taken_back_by_who_gave_it_or_an_admin() {
    Caller other = community.newcomer("other", Role.MANAGER, admin);
    WarningView warning = warn(manager, minji);

    assertRefused(SharedError.NOT_ALLOWED, () -> withdraw(other, warning.id()));
    assertRefused(SharedError.NOT_ALLOWED, () -> withdraw(minji, warning.id()));
    assertThat(withdraw(admin, warning.id()).withdrawnAt()).isPresent();
  }

  @Test
  void only_a_lower_role_is_warned_and_only_by_managers() {
    Caller other = community.newcomer("other", Role.MANAGER, admin);

    assertRefused(SharedError.NOT_ALLOWED, () -> warn(minji, minji));
    assertRefused(MemberError.NOT_TO_BE_WARNED, () -> warn(manager, manager));
    assertRefused(MemberError.NOT_TO_BE_WARNED, () -> warn(manager, other));
    assertRefused(MemberError.NOT_TO_BE_WARNED, () -> warn(manager, admin));
    assertRefused(MemberError.NOT_TO_BE_WARNED, () -> warn(admin, admin));
    assertRefused(
        MemberError.MEMBER_NOT_FOUND,
        () -> warn(manager, new Caller(Samples.memberId(), Role.MEMBER)));
    assertThat(warn(admin, manager).until()).isEqualTo(in(1));
    assertThat(warnings(admin, minji)).isEmpty();
  }

  @Test
  void the_warned_see_their_warnings_and_not_who_gave_them() {
    WarningView first = warn(manager, minji);
    community.clock().advance(Duration.ofHours(1));
    WarningView second = warn(manager, minji);

    assertThat(warnings(minji, minji))
        .extracting(WarningView::id)
        .containsExactly(second.id(), first.id());
    assertThat(warnings(minji, minji)).extracting(WarningView::by).containsOnly(Optional.empty());
    assertThat(warnings(admin, minji)).first().isEqualTo(second);
    assertThat(warnings(manager, minji)).contains(first, second);
    assertThat(warnings(community.newcomer("another", Role.MANAGER, admin), minji)).isEmpty();
    assertRefused(SharedError.NOT_ALLOWED, () -> warnings(community.newcomer("jun"), minji));
  }

  @Test
  void a_warning_of_who_was_erased_can_still_be_taken_back() {
    WarningView warning = warn(manager, minji);
    community.clock().set(people.withdraw(minji).plusNanos(1_000));
    community.members().eraseWithdrawnMembers().erase();

    assertThat(withdraw(manager, warning.id()).withdrawnAt()).isPresent();
    assertRefused(MemberError.MEMBER_NOT_FOUND, () -> warn(manager, minji));
  }

  @Test
  void admins_list_members_by_nickname_address_and_role() {
    assertThat(list(Optional.empty(), Optional.empty()))
        .extracting(MemberView::nickname)
        .containsExactly("minji", "manager", "admin");
    assertThat(list(Optional.of("ＭＩＮＪＩ"), Optional.empty()))
        .extracting(MemberView::id)
        .containsExactly(minji.id());
    assertThat(list(Optional.of("Minji@Example.org"), Optional.empty()))
        .extracting(MemberView::email)
        .containsExactly("minji@example.org");
    assertThat(list(Optional.empty(), Optional.of(Role.MANAGER)))
        .extracting(MemberView::id)
        .containsExactly(manager.id());
    assertThat(list(Optional.of("minji"), Optional.of(Role.ADMIN))).isEmpty();
    assertThat(list(Optional.of("a b"), Optional.empty())).isEmpty();
  }

  @Test
  void nobody_else_sees_members_in_full() {
    var query = new ListMembers.Query(Optional.empty(), Optional.empty(), PageRequest.first(10));
    var inspect = community.administration().inspectMember();

    for (Caller caller : List.of(manager, minji)) {
      assertRefused(
          SharedError.NOT_ALLOWED,
          () -> community.administration().listMembers().list(caller, query));
      assertRefused(SharedError.NOT_ALLOWED, () -> inspect.inspect(caller, minji.id()));
    }
    assertThat(inspect.inspect(admin, minji.id())).isEqualTo(people.account(minji));
    MemberId nobody = Samples.memberId();
    assertRefused(MemberError.MEMBER_NOT_FOUND, () -> inspect.inspect(admin, nobody));
  }
}
