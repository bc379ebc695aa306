package dev.moim.application.member;

import static dev.moim.application.member.People.PASSWORD;
import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.in.EditProfile;
import dev.moim.application.member.port.in.GrantRole;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.member.port.in.WarningView;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.Role;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemberRaceTest {
  private static final String OTHER_PASSWORD = "battery staple";

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  private static Community community(long seed) {
    return new Community(SampleCategories.ALL, seed);
  }

  /** Does two things at once. */
  private static List<Race.Outcome<Boolean>> both(Runnable one, Runnable other) {
    return Race.of(
        2,
        i -> {
          (i == 0 ? one : other).run();
          return true;
        });
  }

  private static ErrorCode refusal(Race.Outcome<?> outcome) {
    assertThat(outcome.failure()).isPresent();
    assertThat(outcome.failure().get()).isInstanceOf(DomainException.class);
    return ((DomainException) outcome.failure().get()).code();
  }

  /** One was done, and the other was refused for that reason. */
  private static void oneRefused(List<? extends Race.Outcome<?>> outcomes, ErrorCode code) {
    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    outcomes.stream()
        .filter(outcome -> !outcome.succeeded())
        .forEach(outcome -> assertThat(refusal(outcome)).isEqualTo(code));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void two_tabs_that_renew_at_once_both_go_on(long seed) {
    Community community = community(seed);
    People people = new People(community);
    people.member("minji");
    SessionView session = people.signIn("minji");

    List<Race.Outcome<SessionView>> tabs = Race.of(2, i -> people.renew(session));

    assertThat(tabs)
        .allMatch(Race.Outcome::succeeded)
        .extracting(tab -> tab.result().orElseThrow().refreshToken())
        .containsOnly(tabs.getFirst().result().orElseThrow().refreshToken());
    assertThat(people.check(session).status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(people.renew(tabs.getFirst().result().orElseThrow()).member())
        .isEqualTo(session.member());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eight_that_renew_with_one_token_at_once_end_the_session(long seed) {
    Community community = community(seed);
    People people = new People(community);
    Caller minji = people.member("minji");
    SessionView session = people.signIn("minji");

    List<Race.Outcome<SessionView>> outcomes = Race.of(8, i -> people.renew(session));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(2);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allSatisfy(outcome -> assertThat(refusal(outcome)).isEqualTo(MemberError.SESSION_ENDED));
    assertThat(people.sessions(minji)).isEmpty();
    assertRefused(MemberError.SESSION_ENDED, () -> people.check(session));
    outcomes.stream()
        .flatMap(outcome -> outcome.result().stream())
        .forEach(view -> assertRefused(MemberError.SESSION_ENDED, () -> people.renew(view)));
    assertThat(community.events())
        .filteredOn(MemberEvent.TokensRevoked.class::isInstance)
        .hasSize(1);
    assertThat(people.mails(Kind.TOKENS_REVOKED)).hasSize(1);
    assertThat(community.told(minji))
        .extracting(Notification::type)
        .containsExactly(NotificationType.TOKENS_REVOKED);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_two_admins_who_demote_each_other_at_once_one_stays(long seed) {
    Community community = community(seed);
    Caller one = community.admin("one");
    Caller other = community.admin("other");

    List<Race.Outcome<Boolean>> outcomes =
        both(() -> demote(community, one, other), () -> demote(community, other, one));

    oneRefused(outcomes, MemberError.LAST_ADMIN);
    assertThat(community.administration().countAdmins().count()).isEqualTo(1);
  }

  private static void demote(Community community, Caller by, Caller member) {
    community
        .administration()
        .grantRole()
        .grant(new GrantRole.Command(by, People.HOME, member.id(), Role.MEMBER));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_ten_admins_who_leave_or_step_down_at_once_one_stays(long seed) {
    Community community = community(seed);
    List<Caller> admins =
        IntStream.range(0, 10).mapToObj(i -> community.admin("admin" + i)).toList();

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            10,
            i -> {
              if (i % 2 == 0) {
                demote(community, admins.get(i), admins.get(i));
              } else {
                new People(community).withdraw(admins.get(i));
              }
              return true;
            });

    assertThat(community.administration().countAdmins().count()).isEqualTo(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .singleElement()
        .satisfies(outcome -> assertThat(refusal(outcome)).isEqualTo(MemberError.LAST_ADMIN));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_two_last_ways_in_that_are_unlinked_at_once_one_stays(long seed) {
    Community community = community(seed);
    People people = new People(community);
    SessionView session =
        people.signInWith("github", "1", Optional.of("minji@example.org"), "minji");
    Caller minji = new Caller(session.member(), Role.MEMBER);
    people.link(minji, session, "42", "7");
    var unlink = community.sessions().unlinkIdentity();

    List<Race.Outcome<Boolean>> outcomes =
        both(() -> unlink.unlink(minji, "github"), () -> unlink.unlink(minji, "42"));

    oneRefused(outcomes, MemberError.LAST_WAY_IN);
    assertThat(people.providers(minji)).hasSize(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_two_warnings_at_once_one_is_the_second(long seed) {
    Community community = community(seed);
    Caller admin = community.admin("admin");
    List<Caller> managers =
        List.of(
            community.newcomer("one", Role.MANAGER, admin),
            community.newcomer("other", Role.MANAGER, admin));
    Caller minji = community.newcomer("minji");

    List<Race.Outcome<WarningView>> outcomes =
        Race.of(2, i -> warn(community, managers.get(i), minji));

    Instant now = community.clock().now();
    assertThat(outcomes)
        .extracting(outcome -> outcome.result().orElseThrow().until())
        .containsExactlyInAnyOrder(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(7)));
    assertThat(new People(community).account(minji).block().orElseThrow().until())
        .isEqualTo(now.plus(Duration.ofDays(7)));
  }

  private static WarningView warn(Community community, Caller by, Caller member) {
    return community
        .administration()
        .warnMember()
        .warn(new WarnMember.Command(by, People.HOME, member.id(), "shouting"));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_signs_in_with_the_old_password_while_it_is_changed_is_out(long seed) {
    Community community = community(seed);
    People people = new People(community);
    Caller minji = people.member("minji");
    SessionView kept = people.signIn("minji");

    List<Race.Outcome<Boolean>> outcomes =
        both(
            () -> people.signIn("minji"),
            () -> people.changePassword(minji, kept, PASSWORD, OTHER_PASSWORD));

    assertThat(outcomes.get(1).failure()).isEmpty();
    assertThat(people.sessions(minji)).containsExactly(People.id(kept));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_signs_in_with_the_old_password_while_it_is_reset_is_out(long seed) {
    Community community = community(seed);
    People people = new People(community);
    Caller minji = people.member("minji");
    people.askReset("minji@example.org");
    String token = people.token(Kind.RESET_PASSWORD);

    List<Race.Outcome<Boolean>> outcomes =
        both(() -> people.signIn("minji"), () -> people.reset(token, OTHER_PASSWORD));

    assertThat(outcomes.get(1).failure()).isEmpty();
    assertThat(people.sessions(minji)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_signs_in_while_a_role_is_given_has_the_new_role_or_no_session(long seed) {
    Community community = community(seed);
    People people = new People(community);
    Caller admin = community.admin("admin");
    people.member("minji");
    Caller minji = community.newcomer("jun", Role.MANAGER, admin);

    List<Race.Outcome<SessionView>> outcomes =
        Race.of(
            2,
            i -> {
              if (i == 0) {
                demote(community, admin, minji);
              }
              return people.signIn(i == 0 ? "minji" : "jun");
            });

    isOfNow(people, minji, outcomes.get(1).result().orElseThrow());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_signs_in_while_leaving_has_no_session_of_before(long seed) {
    Community community = community(seed);
    People people = new People(community);
    Caller minji = community.newcomer("minji", Role.MANAGER, community.admin("admin"));

    List<Race.Outcome<SessionView>> outcomes =
        Race.of(
            2,
            i -> {
              if (i == 0) {
                people.withdraw(minji);
              }
              return people.signIn("minji");
            });

    outcomes.forEach(outcome -> isOfNow(people, minji, outcome.result().orElseThrow()));
  }

  /** A session tells by its role whether it is of before; then it has ended. */
  private static void isOfNow(People people, Caller member, SessionView session) {
    if (People.role(session) == Role.MEMBER) {
      assertThat(people.check(session).caller().role()).isEqualTo(Role.MEMBER);
    } else {
      assertThat(people.sessions(member)).doesNotContain(People.id(session));
      assertRefused(MemberError.SESSION_ENDED, () -> people.check(session));
      assertRefused(MemberError.SESSION_ENDED, () -> people.renew(session));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_renews_while_everything_ends_is_out(long seed) {
    Community community = community(seed);
    People people = new People(community);
    Caller minji = people.member("minji");
    SessionView session = people.signIn("minji");

    both(
        () -> people.renew(session), () -> community.sessions().signOutEverywhere().signOut(minji));

    assertThat(people.sessions(minji)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothing_that_a_stranger_links_or_requests_survives_a_reset(long seed) {
    Community community = community(seed);
    People people = new People(community);
    Caller minji = people.member("minji");
    SessionView strangers = people.signIn("minji");
    people.askReset("minji@example.org");
    String token = people.token(Kind.RESET_PASSWORD);

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            3,
            i -> {
              switch (i) {
                case 0 -> people.reset(token, OTHER_PASSWORD);
                case 1 -> people.link(minji, strangers, "github", "stranger");
                default -> people.requestEmailChange(minji, "stranger@example.org");
              }
              return true;
            });

    assertThat(outcomes.getFirst().failure()).isEmpty();
    assertThat(people.providers(minji)).isEmpty();
    people
        .mails(Kind.CHANGE_EMAIL)
        .forEach(mail ->
            assertRefused(
                MemberError.LINK_NOT_GOOD, () -> people.confirm(mail.token().orElseThrow())));
    assertThat(people.account(minji).email()).isEqualTo("minji@example.org");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_link_that_many_follow_at_once_is_followed_once(long seed) {
    Community community = community(seed);
    People people = new People(community);
    people.member("minji");
    people.askReset("minji@example.org");
    String token = people.token(Kind.RESET_PASSWORD);

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            8,
            i -> {
              people.reset(token, OTHER_PASSWORD + i);
              return true;
            });

    oneRefused(outcomes, MemberError.LINK_NOT_GOOD);
    assertThat(people.mails(Kind.PASSWORD_CHANGED)).hasSize(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_many_links_that_are_asked_for_at_once_three_are_mailed(long seed) {
    Community community = community(seed);
    People people = new People(community);
    people.member("minji");

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            10,
            i -> {
              people.askReset("minji@example.org");
              return true;
            });

    assertThat(outcomes).allMatch(Race.Outcome::succeeded);
    assertThat(people.mails(Kind.RESET_PASSWORD)).hasSize(3);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_comes_from_a_provider_many_times_at_once_is_one_member(long seed) {
    Community community = community(seed);
    People people = new People(community);
    people.member("minji");

    List<Race.Outcome<SessionView>> outcomes =
        Race.of(8, i -> people.signInWith("github", "1", Optional.of("m@example.org"), "minji"));

    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty())
        .extracting(outcome -> outcome.result().orElseThrow().member())
        .containsOnly(outcomes.getFirst().result().orElseThrow().member());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void many_who_sweep_at_once_erase_everybody_once(long seed) {
    Community community = community(seed);
    People people = new People(community);
    List<Caller> leaving = List.of(people.member("minji"), people.member("jun"));
    leaving.forEach(people::withdraw);
    community.deliver();
    community.clock().advance(Duration.ofDays(8));

    List<Race.Outcome<Integer>> outcomes =
        Race.of(5, i -> community.members().eraseWithdrawnMembers().erase());

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
    assertThat(community.events())
        .filteredOn(MemberEvent.MemberErased.class::isInstance)
        .hasSize(2);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_changes_the_profile_while_being_blocked_stays_blocked(long seed) {
    Community community = community(seed);
    People people = new People(community);
    Caller admin = community.admin("admin");
    Caller minji = people.member("minji");

    List<Race.Outcome<Boolean>> outcomes =
        both(
            () -> warn(community, admin, minji),
            () ->
                community
                    .members()
                    .editProfile()
                    .edit(
                        new EditProfile.Command(
                            minji,
                            Optional.of("other"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));

    assertThat(outcomes).allMatch(Race.Outcome::succeeded);
    MemberView account = people.account(minji);
    assertThat(account.nickname()).isEqualTo("other");
    assertThat(account.status()).isEqualTo(MemberStatus.BLOCKED);
  }

  @Test
  void two_hundred_sign_ups_at_once_with_one_nickname_make_one_member() {
    Community community = community(1);

    List<Race.Outcome<MemberView>> outcomes =
        Race.of(200, i -> signUp(community, written("minji", i), "m" + i + "@example.org"));

    oneRefused(outcomes, MemberError.NICKNAME_TAKEN);
    assertThat(community.events())
        .filteredOn(MemberEvent.MemberSignedUp.class::isInstance)
        .hasSize(1);
  }

  @Test
  void two_hundred_sign_ups_at_once_with_one_address_make_one_member() {
    Community community = community(1);

    List<Race.Outcome<MemberView>> outcomes =
        Race.of(200, i -> signUp(community, "member" + i, written("minji", i) + "@example.org"));

    oneRefused(outcomes, MemberError.EMAIL_TAKEN);
    assertThat(community.events())
        .filteredOn(MemberEvent.MemberSignedUp.class::isInstance)
        .hasSize(1);
  }

  private static MemberView signUp(Community community, String nickname, String email) {
    return community
        .members()
        .signUp()
        .signUp(new SignUp.Command(nickname, email, PASSWORD, Language.KO));
  }

  /** The same name in another case or width. */
  private static String written(String name, int way) {
    String cased = way % 2 == 0 ? name : name.toUpperCase(Locale.ROOT);
    if (way % 4 < 2) {
      return cased;
    }
    StringBuilder wide = new StringBuilder();
    cased.chars().map(c -> c - '!' + '！').forEach(wide::appendCodePoint);
    return wide.toString();
  }

  @Test
  void of_many_guesses_at_once_no_more_are_looked_at_than_one_after_the_other() {
    Community community = community(1);
    People people = new People(community);
    people.member("minji");
    int before = community.hasher().comparisons();

    List<Race.Outcome<SessionView>> outcomes =
        Race.of(
            50,
            i ->
                people.signIn(
                    "minji@example.org", "wrong horse", new Origin("203.0.113." + i, "curl")));

    assertThat(community.hasher().comparisons()).isEqualTo(before + 5);
    assertThat(outcomes.stream().map(MemberRaceTest::refusal))
        .hasSize(50)
        .containsOnly(MemberError.WRONG_CREDENTIALS, SharedError.TOO_MANY_REQUESTS)
        .filteredOn(MemberError.WRONG_CREDENTIALS::equals)
        .hasSize(5);
  }
}
