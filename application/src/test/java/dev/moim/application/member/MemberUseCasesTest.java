package dev.moim.application.member;

import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.member.Role;
import dev.moim.domain.member.Session;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.testkit.Community;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberUseCasesTest {
  private static final String PASSWORD = "correct horse";

  private static final Origin ORIGIN = new Origin("192.0.2.1", "Firefox");

  private final Community community = new Community();

  private MemberView signUp(String nickname, String email) {
    return community
        .members()
        .signUp()
        .signUp(new SignUp.Command(nickname, email, PASSWORD, Language.EN));
  }

  private SessionView signIn(String email, String password) {
    return community
        .sessions()
        .signIn()
        .signIn(new SignIn.Command(email, password, ORIGIN, Optional.empty()));
  }

  private SessionView renew(SessionView session) {
    return community.sessions().renewSession().renew(session.refreshToken(), ORIGIN);
  }

  @Test
  void who_signs_up_is_a_member_without_further_rights() {
    MemberView member = signUp("민지", "Minji@example.org");

    assertThat(member.nickname()).isEqualTo("민지");
    assertThat(member.email()).isEqualTo("Minji@example.org");
    assertThat(member.role()).isEqualTo(Role.MEMBER);
    assertThat(member.language()).isEqualTo(Language.EN);
    assertThat(member.joinedAt()).isEqualTo(community.clock().now());
    assertThat(community.members().viewOwnAccount().view(new Caller(member.id(), Role.MEMBER)))
        .isEqualTo(member);
    assertThat(community.events())
        .containsExactly(new MemberEvent.MemberSignedUp(member.id(), community.clock().now()));
  }

  @Test
  void everything_wrong_with_a_sign_up_is_said_at_once() {
    assertInvalid(
        () ->
            community
                .members()
                .signUp()
                .signUp(new SignUp.Command("a b", "nobody", "", Language.KO)),
        "/nickname FORBIDDEN_CHARACTER",
        "/email NOT_AN_EMAIL_ADDRESS",
        "/password WRONG_LENGTH");
    assertInvalid(
        () ->
            community
                .members()
                .signUp()
                .signUp(
                    new SignUp.Command("minji-minji", "m@example.org", "MINJI-minji", Language.KO)),
        "/password TOO_EASY");
    assertThat(community.events()).isEmpty();
  }

  @Test
  void a_nickname_or_address_of_another_is_taken() {
    signUp("minji", "minji@example.org");

    assertRefused(MemberError.NICKNAME_TAKEN, () -> signUp("MINJI", "other@example.org"));
    assertRefused(MemberError.EMAIL_TAKEN, () -> signUp("other", "MINJI@example.org"));
    assertThat(community.events()).hasSize(1);
  }

  @Test
  void who_knows_the_password_gets_a_session() {
    MemberView member = signUp("minji", "minji@example.org");

    SessionView session = signIn("MINJI@example.org", PASSWORD);

    assertThat(session.member()).isEqualTo(member.id());
    assertThat(session.nickname()).isEqualTo("minji");
    assertThat(session.accessToken()).contains(member.id().toString());
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
    signUp("minji", "minji@example.org");

    assertThat(assertRefused(MemberError.WRONG_CREDENTIALS, () -> signIn(email, password)))
        .satisfies(refusal -> {
          assertThat(refusal.details()).isEmpty();
          assertThat(refusal.fieldErrors()).isEmpty();
        });
  }

  @Test
  void an_unknown_address_costs_as_many_comparisons_as_a_known_one() {
    signUp("minji", "minji@example.org");
    int before = community.hasher().comparisons();

    assertRefused(MemberError.WRONG_CREDENTIALS, () -> signIn("minji@example.org", "wrong horse"));
    assertRefused(MemberError.WRONG_CREDENTIALS, () -> signIn("nobody@example.org", "wrong horse"));
    assertRefused(MemberError.WRONG_CREDENTIALS, () -> signIn("nobody", "wrong horse"));

    assertThat(community.hasher().comparisons()).isEqualTo(before + 3);
  }

  @Test
  void a_refresh_token_renews_its_session_once() {
    signUp("minji", "minji@example.org");
    SessionView first = signIn("minji@example.org", PASSWORD);
    community.clock().advance(Duration.ofDays(1));

    SessionView second = renew(first);

    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(second.refreshExpiresAt()).isEqualTo(community.clock().now().plus(Session.IDLE));
    assertRefused(MemberError.SESSION_ENDED, () -> renew(first));
    assertThat(renew(second).member()).isEqualTo(first.member());
  }

  @Test
  void a_session_ends_when_it_lies_idle_and_at_last_in_any_case() {
    signUp("minji", "minji@example.org");
    SessionView idle = signIn("minji@example.org", PASSWORD);
    SessionView used = signIn("minji@example.org", PASSWORD);
    for (int day = 13; day < 60; day += 13) {
      community.clock().advance(Duration.ofDays(13));
      used = renew(used);
    }

    assertRefused(MemberError.SESSION_ENDED, () -> renew(idle));
    assertThat(used.refreshExpiresAt())
        .isEqualTo(community.clock().now().plus(Duration.ofDays(60 - 4 * 13)));
    community.clock().set(used.refreshExpiresAt());
    SessionView last = used;
    assertRefused(MemberError.SESSION_ENDED, () -> renew(last));
  }

  @Test
  void of_two_who_renew_with_one_token_at_once_one_succeeds() {
    signUp("minji", "minji@example.org");
    SessionView session = signIn("minji@example.org", PASSWORD);

    List<Race.Outcome<SessionView>> outcomes = Race.of(8, i -> renew(session));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
  }

  @Test
  void who_signs_out_ends_that_session_only() {
    signUp("minji", "minji@example.org");
    SessionView one = signIn("minji@example.org", PASSWORD);
    SessionView other = signIn("minji@example.org", PASSWORD);

    community.sessions().signOut().signOut(one.refreshToken());
    community.sessions().signOut().signOut(one.refreshToken());
    community.sessions().signOut().signOut("nobody's");

    assertRefused(MemberError.SESSION_ENDED, () -> renew(one));
    assertThat(renew(other).member()).isEqualTo(one.member());
  }

  @Test
  void who_signs_out_everywhere_ends_all_own_sessions() {
    MemberView minji = signUp("minji", "minji@example.org");
    signUp("jun", "jun@example.org");
    SessionView one = signIn("minji@example.org", PASSWORD);
    SessionView other = signIn("minji@example.org", PASSWORD);
    SessionView juns = signIn("jun@example.org", PASSWORD);

    community.sessions().signOutEverywhere().signOut(new Caller(minji.id(), Role.MEMBER));

    assertRefused(MemberError.SESSION_ENDED, () -> renew(one));
    assertRefused(MemberError.SESSION_ENDED, () -> renew(other));
    assertThat(renew(juns).nickname()).isEqualTo("jun");
  }

  @Test
  void refresh_tokens_are_never_given_twice() {
    signUp("minji", "minji@example.org");
    Set<String> tokens = new HashSet<>();

    for (int i = 0; i < 100; i++) {
      assertThat(tokens.add(signIn("minji@example.org", PASSWORD).refreshToken())).isTrue();
    }
  }

  @Test
  void an_account_that_is_gone_is_not_found() {
    assertRefused(
        MemberError.MEMBER_NOT_FOUND,
        () ->
            community.members().viewOwnAccount().view(new Caller(Samples.memberId(), Role.MEMBER)));
  }

  @Test
  void names_are_told_of_those_who_exist() {
    MemberId minji = signUp("minji", "minji@example.org").id();

    assertThat(community.members().nameMembers().names(List.of(minji, Samples.memberId())))
        .isEqualTo(Map.of(minji, "minji"));
    assertThat(community.members().nameMembers().names(List.of())).isEmpty();
  }

  @Test
  void no_secret_shows_when_something_is_logged() {
    signUp("minji", "minji@example.org");
    SessionView session = signIn("minji@example.org", PASSWORD);

    assertThat(session.toString()).doesNotContain(session.refreshToken(), session.accessToken());
    assertThat(
            new SignIn.Command("minji@example.org", PASSWORD, ORIGIN, Optional.empty()).toString())
        .doesNotContain("minji", PASSWORD);
    assertThat(new SignUp.Command("minji", "m@example.org", PASSWORD, Language.KO).toString())
        .doesNotContain(PASSWORD, "example");
  }
}
