package dev.moim.application.member;

import static dev.moim.application.member.People.PASSWORD;
import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.application.member.port.in.KnownDevice;
import dev.moim.application.member.port.in.SessionInfo;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignInWithProvider;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.Role;
import dev.moim.domain.member.Session;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.Community;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionUseCasesTest {
  private static final Origin STRANGER = new Origin("198.51.100.7", "curl");
  private static final String OTHER_PASSWORD = "battery staple";

  private final Community community = new Community();
  private final People people = new People(community);

  private void ended(SessionView session) {
    assertRefused(MemberError.SESSION_ENDED, () -> people.renew(session));
  }

  private static Origin from(int number) {
    return new Origin("203.0.113." + number, "curl");
  }

  private SessionView signInOn(KnownDevice device, String nickname, String password) {
    return community
        .sessions()
        .signIn()
        .signIn(
            new SignIn.Command(
                People.address(nickname), password, People.HOME, Optional.of(device)));
  }

  private long refusedFor(Runnable signIn) {
    DomainException refusal = assertRefused(SharedError.TOO_MANY_REQUESTS, signIn::run);
    return (Long) Objects.requireNonNull(refusal.details().get(DomainException.RETRY_AFTER));
  }

  private void guesses(String email, Origin origin, int times) {
    for (int i = 0; i < times; i++) {
      assertRefused(
          MemberError.WRONG_CREDENTIALS, () -> people.signIn(email, "wrong horse", origin));
    }
  }

  @Test
  void who_knows_the_password_gets_a_session() {
    Caller minji = people.member("minji");

    SessionView session = people.signIn("MINJI@example.org", PASSWORD);

    assertThat(session.member()).isEqualTo(minji.id());
    assertThat(session.nickname()).isEqualTo("minji");
    assertThat(session.accessToken()).contains(minji.id().toString());
    assertThat(session.accessLifetime()).isEqualTo(AccessTokens.LIFETIME);
    assertThat(session.refreshToken()).matches("[A-Za-z0-9_-]{43}");
    assertThat(session.refreshExpiresAt()).isEqualTo(community.clock().now().plus(Session.IDLE));
  }

  @ParameterizedTest
  @CsvSource({
    "minji@example.org,wrong horse",
    "nobody@example.org,correct horse",
    "not an address,correct horse",
    "minji@example.org,''"
  })
  void wrong_credentials_are_refused_without_saying_what_is_wrong(String email, String password) {
    people.member("minji");

    assertThat(assertRefused(MemberError.WRONG_CREDENTIALS, () -> people.signIn(email, password)))
        .satisfies(refusal -> {
          assertThat(refusal.details()).isEmpty();
          assertThat(refusal.fieldErrors()).isEmpty();
        });
  }

  @Test
  void an_unknown_address_costs_as_many_comparisons_as_a_known_one() {
    people.member("minji");
    people.signInWith("github", "1", Optional.of("jun@example.org"), "jun");

    for (String email :
        List.of("minji@example.org", "nobody@example.org", "nobody", "jun@example.org")) {
      int before = community.hasher().comparisons();
      guesses(email, from(email.hashCode() & 63), 1);
      assertThat(community.hasher().comparisons()).as(email).isEqualTo(before + 1);
    }
  }

  @Test
  void after_five_failures_each_attempt_waits_longer_whether_or_not_the_address_is_known() {
    people.member("minji");

    assertThat(delays("minji@example.org", from(1)))
        .isEqualTo(delays("nobody@example.org", from(2)))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  /** After how long each further attempt is possible, by what the refusals say. */
  private List<Long> delays(String email, Origin origin) {
    guesses(email, origin, 5);
    return IntStream.range(0, 8)
        .mapToObj(i -> {
          long seconds = refusedFor(() -> people.signIn(email, "wrong horse", origin));
          community.clock().advance(Duration.ofSeconds(seconds).minusNanos(1_000));
          refusedFor(() -> people.signIn(email, "wrong horse", origin));
          community.clock().advance(Duration.ofNanos(1_000));
          guesses(email, origin, 1);
          return seconds;
        })
        .toList();
  }

  @Test
  void the_right_password_waits_as_well_and_then_clears_the_account() {
    people.member("minji");
    guesses("minji@example.org", People.HOME, 5);
    int before = community.hasher().comparisons();

    assertThat(refusedFor(() -> people.signIn("minji"))).isEqualTo(1);
    assertThat(community.hasher().comparisons()).isEqualTo(before);

    community.clock().advance(Duration.ofSeconds(1));
    assertThat(people.signIn("minji").nickname()).isEqualTo("minji");
    guesses("minji@example.org", STRANGER, 4);
    assertThat(people.signIn("minji@example.org", PASSWORD, STRANGER).nickname())
        .isEqualTo("minji");
  }

  @Test
  void one_address_can_not_guess_at_many_accounts() {
    for (int i = 0; i < 5; i++) {
      guesses("member" + i + "@example.org", STRANGER, 1);
    }

    assertThat(refusedFor(() -> people.signIn("member9@example.org", "wrong horse", STRANGER)))
        .isEqualTo(1);
    guesses("member9@example.org", from(1), 1);
  }

  @Test
  void strangers_keep_nobody_out_for_longer_than_a_minute_and_never_on_a_known_device() {
    Caller minji = people.member("minji");
    for (int round = 0; round < 40; round++) {
      Origin stranger = from(round);
      try {
        people.signIn("minji@example.org", "wrong horse", stranger);
      } catch (DomainException refused) {
        assertThat(refused.code())
            .isIn(MemberError.WRONG_CREDENTIALS, SharedError.TOO_MANY_REQUESTS);
      }
      community.clock().advance(Duration.ofSeconds(60));
    }
    guesses("minji@example.org", from(99), 1);

    assertThat(refusedFor(() -> people.signIn("minji"))).isLessThanOrEqualTo(60);
    KnownDevice own = new KnownDevice(minji.id(), "nonce");
    assertThat(signInOn(own, "minji", PASSWORD).member()).isEqualTo(minji.id());
    community.clock().advance(Duration.ofSeconds(60));
    assertThat(people.signIn("minji").member()).isEqualTo(minji.id());
  }

  @Test
  void a_device_of_somebody_else_is_not_known() {
    people.member("minji");
    KnownDevice others = new KnownDevice(Samples.memberId(), "nonce");
    guesses("minji@example.org", STRANGER, 5);

    refusedFor(() -> signInOn(others, "minji", PASSWORD));
  }

  @Test
  void a_known_device_guesses_no_faster_than_others() {
    Caller minji = people.member("minji");
    KnownDevice own = new KnownDevice(minji.id(), "nonce");
    for (int i = 0; i < 5; i++) {
      assertRefused(MemberError.WRONG_CREDENTIALS, () -> signInOn(own, "minji", "wrong horse"));
    }

    assertThat(refusedFor(() -> signInOn(own, "minji", PASSWORD))).isEqualTo(1);
    KnownDevice another = new KnownDevice(minji.id(), "another");
    assertThat(signInOn(another, "minji", PASSWORD).member()).isEqualTo(minji.id());
  }

  @Test
  void a_refresh_token_renews_its_session() {
    people.member("minji");
    SessionView first = people.signIn("minji");
    community.clock().advance(Duration.ofDays(1));

    SessionView second = people.renew(first);
    SessionView third = people.renew(second);

    assertThat(Set.of(first.refreshToken(), second.refreshToken(), third.refreshToken()))
        .hasSize(3);
    assertThat(second.refreshExpiresAt()).isEqualTo(community.clock().now().plus(Session.IDLE));
    assertThat(People.id(third)).isEqualTo(People.id(first));
    assertRefused(
        MemberError.SESSION_ENDED,
        () -> community.sessions().renewSession().renew("nobody's", People.HOME));
  }

  @Test
  void a_lost_answer_is_given_again_once_within_ten_seconds() {
    people.member("minji");
    SessionView first = people.signIn("minji");
    SessionView lost = people.renew(first);
    community.clock().advance(Session.GRACE);

    SessionView again = people.renew(first);

    assertThat(again.refreshToken()).isEqualTo(lost.refreshToken());
    assertThat(people.renew(again).member()).isEqualTo(first.member());
    assertThat(community.events()).noneMatch(MemberEvent.TokensRevoked.class::isInstance);
  }

  @Test
  void a_token_that_is_used_again_ends_the_session_and_the_member_is_told() {
    Caller minji = people.member("minji");
    SessionView stolen = people.signIn("minji");
    SessionView next = people.renew(stolen);
    community.clock().advance(Session.GRACE.plusNanos(1_000));

    assertRefused(
        MemberError.SESSION_ENDED,
        () -> community.sessions().renewSession().renew(stolen.refreshToken(), STRANGER));

    ended(next);
    assertRefused(MemberError.SESSION_ENDED, () -> people.check(next));
    assertThat(people.sessions(minji)).isEmpty();
    assertThat(community.events())
        .contains(
            new MemberEvent.TokensRevoked(
                minji.id(), People.id(next), "curl", community.clock().now()));
    assertThat(people.mails(Kind.TOKENS_REVOKED))
        .singleElement()
        .satisfies(mail -> assertThat(mail.to().value()).isEqualTo("minji@example.org"));
    assertThat(community.told(minji))
        .singleElement()
        .satisfies(told -> {
          assertThat(told.type()).isEqualTo(NotificationType.TOKENS_REVOKED);
          assertThat(told.link()).isEqualTo("/settings");
        });
  }

  @Test
  void an_older_token_than_the_last_ends_the_session_at_once() {
    people.member("minji");
    SessionView first = people.signIn("minji");
    SessionView third = people.renew(people.renew(first));

    ended(first);

    ended(third);
  }

  @Test
  void a_session_ends_when_it_lies_idle_and_at_last_in_any_case() {
    people.member("minji");
    SessionView idle = people.signIn("minji");
    SessionView used = people.signIn("minji");
    for (int day = 13; day < 60; day += 13) {
      community.clock().advance(Duration.ofDays(13));
      used = people.renew(used);
    }

    ended(idle);
    assertThat(used.refreshExpiresAt())
        .isEqualTo(community.clock().now().plus(Duration.ofDays(60 - 4 * 13)));
    community.clock().set(used.refreshExpiresAt());
    ended(used);
    SessionView last = used;
    assertRefused(MemberError.SESSION_ENDED, () -> people.check(last));
  }

  @Test
  void who_signs_out_ends_that_session_only() {
    people.member("minji");
    SessionView one = people.signIn("minji");
    SessionView other = people.signIn("minji");

    community.sessions().signOut().signOut(one.refreshToken());
    community.sessions().signOut().signOut(one.refreshToken());
    community.sessions().signOut().signOut("nobody's");

    ended(one);
    assertRefused(MemberError.SESSION_ENDED, () -> people.check(one));
    assertThat(people.check(other).caller().id()).isEqualTo(one.member());
    assertThat(people.renew(other).member()).isEqualTo(one.member());
  }

  @Test
  void who_signs_out_everywhere_ends_all_own_sessions() {
    Caller minji = people.member("minji");
    people.member("jun");
    SessionView one = people.signIn("minji");
    SessionView other = people.signIn("minji");
    SessionView juns = people.signIn("jun");

    community.sessions().signOutEverywhere().signOut(minji);

    ended(one);
    ended(other);
    assertThat(people.renew(juns).nickname()).isEqualTo("jun");
  }

  @Test
  void refresh_tokens_are_never_given_twice() {
    people.member("minji");
    Set<String> tokens = new HashSet<>();

    for (int i = 0; i < 100; i++) {
      assertThat(tokens.add(people.signIn("minji").refreshToken())).isTrue();
    }
  }

  @Test
  void the_fifty_first_session_ends_the_one_not_used_for_longest() {
    Caller minji = people.member("minji");
    SessionView first = people.signIn("minji");
    community.clock().advance(Duration.ofSeconds(1));
    SessionView second = people.signIn("minji");
    community.clock().advance(Duration.ofSeconds(1));
    SessionView renewed = people.renew(first);
    for (int i = 0; i < 49; i++) {
      people.signIn("minji");
    }

    assertThat(people.sessions(minji)).hasSize(50);
    ended(second);
    assertThat(people.renew(renewed).member()).isEqualTo(minji.id());
  }

  @Test
  void another_session_is_announced_and_the_first_is_not() {
    Caller minji = people.member("minji");
    people.signIn("minji");
    assertThat(community.told(minji)).isEmpty();

    people.signIn("minji@example.org", PASSWORD, STRANGER);

    assertThat(community.told(minji))
        .singleElement()
        .satisfies(told -> {
          assertThat(told.type()).isEqualTo(NotificationType.NEW_SESSION);
          assertThat(told.arguments()).isEqualTo(Map.of("device", "curl"));
          assertThat(told.link()).isEqualTo("/settings");
        });
  }

  @Test
  void members_see_and_end_their_own_sessions() {
    Caller minji = people.member("minji");
    Caller jun = people.member("jun");
    SessionView old = people.signIn("minji");
    Instant start = community.clock().now();
    community.clock().advance(Duration.ofMinutes(1));
    SessionView current = people.signIn("minji@example.org", PASSWORD, STRANGER);

    assertThat(community.sessions().listSessions().list(minji, People.id(current)))
        .containsExactly(
            new SessionInfo(
                People.id(current),
                STRANGER,
                community.clock().now(),
                community.clock().now(),
                community.clock().now().plus(Session.IDLE),
                true),
            new SessionInfo(
                People.id(old), People.HOME, start, start, start.plus(Session.IDLE), false));
    var end = community.sessions().endSession();
    assertRefused(MemberError.SESSION_NOT_FOUND, () -> end.end(jun, People.id(old)));
    end.end(minji, People.id(old));
    assertRefused(MemberError.SESSION_NOT_FOUND, () -> end.end(minji, People.id(old)));
    assertRefused(MemberError.SESSION_NOT_FOUND, () -> end.end(minji, Samples.sessionId()));
    ended(old);
    assertThat(people.sessions(minji)).containsExactly(People.id(current));
    community.clock().advance(Session.IDLE);
    assertThat(people.sessions(minji)).isEmpty();
    assertRefused(MemberError.SESSION_NOT_FOUND, () -> end.end(minji, People.id(current)));
  }

  @Test
  void old_sessions_are_forgotten_in_time() {
    people.member("minji");
    SessionView session = people.signIn("minji");
    community.clock().advance(Session.IDLE.plus(Duration.ofDays(30)));
    assertThat(community.sessions().forgetOldSessions().forget()).isEqualTo(1);

    community.clock().advance(Duration.ofNanos(1_000));

    assertThat(community.sessions().forgetOldSessions().forget()).isEqualTo(1);
    assertThat(community.sessions().forgetOldSessions().forget()).isZero();
    ended(session);
  }

  @Test
  void an_access_token_is_good_for_its_member_role_and_session_only() {
    Caller minji = people.member("minji");
    Caller jun = people.member("jun");
    SessionView session = people.signIn("minji");
    CheckAccess check = community.sessions().checkAccess();

    CheckAccess.Access access = people.check(session);

    assertThat(access.caller()).isEqualTo(minji);
    assertThat(access.session()).isEqualTo(People.id(session));
    assertThat(access.status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(access.block()).isEmpty();
    for (CheckAccess.Claim wrong :
        List.of(
            new CheckAccess.Claim(jun.id(), People.id(session), Role.MEMBER),
            new CheckAccess.Claim(minji.id(), Samples.sessionId(), Role.MEMBER),
            new CheckAccess.Claim(minji.id(), People.id(session), Role.ADMIN))) {
      assertRefused(MemberError.SESSION_ENDED, () -> check.check(wrong));
    }
  }

  @Test
  void a_mailed_link_sets_another_password_once_and_ends_all_sessions() {
    Caller minji = people.member("minji");
    SessionView session = people.signIn("minji");
    people.askReset("MINJI@example.org");
    Mail mail = people.mails(Kind.RESET_PASSWORD).getFirst();
    String token = mail.token().orElseThrow();
    assertInvalid(() -> people.reset(token, "short"), "/password WRONG_LENGTH");

    people.reset(token, OTHER_PASSWORD);

    assertThat(mail.to().value()).isEqualTo("minji@example.org");
    ended(session);
    assertRefused(MemberError.WRONG_CREDENTIALS, () -> people.signIn("minji"));
    assertThat(people.signIn("minji@example.org", OTHER_PASSWORD).member()).isEqualTo(minji.id());
    assertThat(people.account(minji).emailVerified()).isTrue();
    assertThat(people.mails(Kind.PASSWORD_CHANGED)).hasSize(1);
    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.reset(token, "a third password"));
    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.reset("nobody's", OTHER_PASSWORD));
  }

  @Test
  void no_link_is_good_for_what_another_was_mailed_for() {
    people.member("minji");
    String verifies = people.token(Kind.VERIFY_EMAIL);
    people.askReset("minji@example.org");
    String resets = people.token(Kind.RESET_PASSWORD);

    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.reset(verifies, OTHER_PASSWORD));
    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.confirm(resets));
  }

  @Test
  void asking_for_a_reset_tells_nobody_who_is_a_member() {
    people.member("minji");
    community.deliver();

    people.askReset("nobody@example.org");
    people.askReset("minji@example.org");

    assertThat(community.events()).hasSize(2).allMatch(MemberEvent.LinkRequested.class::isInstance);
    assertThat(people.mails(Kind.RESET_PASSWORD)).hasSize(1);
    assertInvalid(() -> people.askReset("nobody"), "/email NOT_AN_EMAIL_ADDRESS");
    for (int i = 0; i < 5; i++) {
      people.askReset("minji@example.org");
    }
    assertThat(people.mails(Kind.RESET_PASSWORD)).hasSize(3);
  }

  @Test
  void a_reset_at_an_address_never_verified_unlinks_what_a_stranger_may_have_linked() {
    Caller minji = people.member("minji");
    people.link(minji, people.signIn("minji"), "github", "stranger");
    people.askReset("minji@example.org");

    people.reset(people.token(Kind.RESET_PASSWORD), OTHER_PASSWORD);

    assertThat(people.providers(minji)).isEmpty();
  }

  @Test
  void a_reset_at_a_verified_address_leaves_linked_accounts() {
    Caller minji = people.member("minji");
    people.confirm(people.token(Kind.VERIFY_EMAIL));
    people.link(minji, people.signIn("minji"), "github", "1");
    people.askReset("minji@example.org");

    people.reset(people.token(Kind.RESET_PASSWORD), OTHER_PASSWORD);

    assertThat(people.providers(minji)).containsExactly("github");
  }

  @Test
  void a_reset_makes_useless_what_a_stranger_had_mailed_to_another_address() {
    Caller minji = people.member("minji");
    people.requestEmailChange(minji, "stranger@example.org");
    String token = people.token(Kind.CHANGE_EMAIL);
    people.askReset("minji@example.org");

    people.reset(people.token(Kind.RESET_PASSWORD), OTHER_PASSWORD);

    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.confirm(token));
    assertThat(people.account(minji).email()).isEqualTo("minji@example.org");
  }

  @Test
  void a_reset_link_to_a_former_address_is_good_for_nothing() {
    Caller minji = people.member("minji");
    people.askReset("minji@example.org");
    String former = people.token(Kind.RESET_PASSWORD);
    people.requestEmailChange(minji, "new@example.org");
    people.confirm(people.token(Kind.CHANGE_EMAIL));

    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.reset(former, OTHER_PASSWORD));
    assertThat(people.signIn("new@example.org", PASSWORD).member()).isEqualTo(minji.id());
  }

  @Test
  void who_comes_from_a_provider_for_the_first_time_becomes_a_member() {
    SessionView first =
        people.signInWith("github", "1", Optional.of("minji@example.org"), "Min Ji 🍜");
    SessionView again = people.signInWith("github", "1", Optional.empty(), "whatever");

    Caller minji = new Caller(first.member(), Role.MEMBER);
    assertThat(first.nickname()).isEqualTo("MinJi");
    assertThat(again.member()).isEqualTo(first.member());
    assertThat(people.account(minji).emailVerified()).isTrue();
    assertThat(people.account(minji).role()).isEqualTo(Role.MEMBER);
    assertThat(people.mails(Kind.VERIFY_EMAIL)).isEmpty();
    assertThat(people.signInWith("google", "1", Optional.of("jun@example.org"), "jun").member())
        .isNotEqualTo(first.member());
  }

  @Test
  void a_nickname_from_a_provider_is_made_unique() {
    people.member("minji");

    SessionView other = people.signInWith("42", "7", Optional.of("m@example.org"), "minji");
    SessionView nameless = people.signInWith("42", "8", Optional.of("n@example.org"), "🍜");

    assertThat(other.nickname()).matches("minji-[0-9a-f]{6}");
    assertThat(nameless.nickname()).matches("member-[0-9a-f]{6}");
  }

  @Test
  void an_address_that_the_provider_does_not_vouch_for_is_verified_by_mail() {
    SignInWithProvider.Command command =
        new SignInWithProvider.Command(
            "42", "7", Optional.of("m@example.org"), false, "minji", Language.KO, People.HOME);

    SessionView session = community.sessions().signInWithProvider().signIn(command);

    Caller minji = new Caller(session.member(), Role.MEMBER);
    assertThat(people.account(minji).emailVerified()).isFalse();
    people.confirm(people.token(Kind.VERIFY_EMAIL));
    assertThat(people.account(minji).emailVerified()).isTrue();
  }

  @Test
  void a_provider_opens_no_account_that_is_not_linked_to_it() {
    people.member("minji");

    assertRefused(
        MemberError.EMAIL_TAKEN,
        () -> people.signInWith("evil", "1", Optional.of("MINJI@example.org"), "x"));
    assertRefused(
        MemberError.NO_EMAIL_FROM_PROVIDER,
        () -> people.signInWith("evil", "1", Optional.empty(), "x"));
    assertInvalid(
        () -> people.signInWith("evil", "1", Optional.of("nobody"), "x"),
        "/email NOT_AN_EMAIL_ADDRESS");
  }

  @Test
  void an_account_elsewhere_is_linked_while_signed_in() {
    Caller minji = people.member("minji");
    SessionView session = people.signIn("minji");

    people.link(minji, session, "github", "1");
    people.link(minji, session, "github", "1");

    assertThat(people.providers(minji)).containsExactly("github");
    assertThat(people.signInWith("github", "1", Optional.empty(), "x").member())
        .isEqualTo(minji.id());
  }

  @Test
  void nothing_is_linked_to_somebody_else_or_in_a_session_that_has_ended() {
    Caller minji = people.member("minji");
    Caller jun = people.member("jun");
    SessionView minjis = people.signIn("minji");
    SessionView juns = people.signIn("jun");
    people.link(minji, minjis, "github", "1");

    assertRefused(MemberError.IDENTITY_TAKEN, () -> people.link(jun, juns, "github", "1"));
    assertRefused(MemberError.SESSION_ENDED, () -> people.link(jun, minjis, "github", "2"));
    community.sessions().signOut().signOut(juns.refreshToken());
    assertRefused(MemberError.SESSION_ENDED, () -> people.link(jun, juns, "github", "2"));
    assertThat(people.providers(jun)).isEmpty();
  }

  @Test
  void the_last_way_in_stays() {
    SessionView session =
        people.signInWith("github", "1", Optional.of("minji@example.org"), "minji");
    Caller minji = new Caller(session.member(), Role.MEMBER);
    var unlink = community.sessions().unlinkIdentity();

    assertRefused(MemberError.LAST_WAY_IN, () -> unlink.unlink(minji, "github"));
    assertRefused(MemberError.IDENTITY_NOT_FOUND, () -> unlink.unlink(minji, "42"));
    people.link(minji, session, "42", "7");
    unlink.unlink(minji, "github");
    assertRefused(MemberError.LAST_WAY_IN, () -> unlink.unlink(minji, "42"));
    people.askReset("minji@example.org");
    people.reset(people.token(Kind.RESET_PASSWORD), PASSWORD);
    unlink.unlink(minji, "42");

    assertThat(people.providers(minji)).isEmpty();
    assertThat(people.signIn("minji").member()).isEqualTo(minji.id());
  }

  @Test
  void the_notifications_of_who_is_erased_are_erased() {
    Caller minji = people.member("minji");
    people.signIn("minji");
    people.signIn("minji");
    assertThat(community.told(minji))
        .extracting(Notification::type)
        .containsExactly(NotificationType.NEW_SESSION);
    community.clock().set(people.withdraw(minji).plusNanos(1_000));

    community.members().eraseWithdrawnMembers().erase();

    assertThat(community.told(minji)).isEmpty();
  }

  @Test
  void a_claim_of_nobody_is_no_claim() {
    MemberId nobody = Samples.memberId();

    assertRefused(
        MemberError.SESSION_ENDED,
        () ->
            community
                .sessions()
                .checkAccess()
                .check(new CheckAccess.Claim(nobody, Samples.sessionId(), Role.ADMIN)));
  }
}
