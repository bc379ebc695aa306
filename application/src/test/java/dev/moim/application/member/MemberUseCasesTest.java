package dev.moim.application.member;

import static dev.moim.application.member.People.PASSWORD;
import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.member.port.in.ChangePassword;
import dev.moim.application.member.port.in.EditProfile;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.ProfileView;
import dev.moim.application.member.port.in.RequestEmailChange;
import dev.moim.application.member.port.in.ResetPassword;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.in.Withdraw;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.application.shared.DeadLetters.DeadLetter;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.Community;
import dev.moim.testkit.shared.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberUseCasesTest {
  private static final String OTHER_PASSWORD = "battery staple";
  private static final byte[] PICTURE = "picture".getBytes(StandardCharsets.UTF_8);

  private final Community community = new Community();
  private final People people = new People(community);

  private MemberView edit(
      Caller caller, Optional<String> nickname, Optional<String> zone, Optional<Version> expected) {
    return community
        .members()
        .editProfile()
        .edit(new EditProfile.Command(caller, nickname, Optional.of(Language.KO), zone, expected));
  }

  private Map<MemberId, String> names(Caller... members) {
    return community
        .members()
        .nameMembers()
        .names(List.of(members).stream().map(Caller::id).toList());
  }

  private ProfileView profile(Caller viewer, Caller member) {
    return community.members().viewMember().view(viewer, member.id());
  }

  @Test
  void who_signs_up_is_a_member_without_further_rights() {
    MemberView member = people.signUp("민지", "Minji@example.org");

    assertThat(member.nickname()).isEqualTo("민지");
    assertThat(member.email()).isEqualTo("Minji@example.org");
    assertThat(member.emailVerified()).isFalse();
    assertThat(member.hasPassword()).isTrue();
    assertThat(member.role()).isEqualTo(Role.MEMBER);
    assertThat(member.status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(member.language()).isEqualTo(Language.EN);
    assertThat(member.zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(member.joinedAt()).isEqualTo(community.clock().now());
    assertThat(people.account(new Caller(member.id(), Role.MEMBER))).isEqualTo(member);
    assertThat(community.events())
        .hasSize(2)
        .contains(new MemberEvent.MemberSignedUp(member.id(), community.clock().now()))
        .last()
        .isInstanceOf(MemberEvent.LinkRequested.class);
  }

  @Test
  void everything_wrong_with_a_sign_up_is_said_at_once() {
    SignUp signUp = community.members().signUp();

    assertInvalid(
        () -> signUp.signUp(new SignUp.Command("a b", "nobody", "", Language.KO)),
        "/nickname FORBIDDEN_CHARACTER",
        "/email NOT_AN_EMAIL_ADDRESS",
        "/password WRONG_LENGTH");
    assertInvalid(
        () ->
            signUp.signUp(
                new SignUp.Command("minji-minji", "m@example.org", "MINJI-minji", Language.KO)),
        "/password TOO_EASY");
    assertInvalid(
        () -> signUp.signUp(new SignUp.Command("minji", "m@example.org", "TrustNo1", Language.KO)),
        "/password TOO_COMMON");
    assertThat(community.events()).isEmpty();
  }

  @Test
  void a_nickname_or_address_of_another_is_taken() {
    people.signUp("minji", "minji@example.org");
    int before = community.events().size();

    assertRefused(MemberError.NICKNAME_TAKEN, () -> people.signUp("ＭＩＮＪＩ", "other@example.org"));
    assertRefused(MemberError.EMAIL_TAKEN, () -> people.signUp("other", "MINJI@example.org"));
    assertThat(community.events()).hasSize(before);
  }

  @Test
  void a_mailed_link_verifies_the_address_once() {
    Caller minji = people.member("minji");
    Mail mail = people.mails(Kind.VERIFY_EMAIL).getFirst();
    String token = mail.token().orElseThrow();

    people.confirm(token);

    assertThat(mail.to()).isEqualTo(new EmailAddress("minji@example.org"));
    assertThat(mail.nickname()).isEqualTo("minji");
    assertThat(mail.language()).isEqualTo(Language.EN);
    assertThat(mail.until()).contains(community.clock().now().plus(MailedLink.LIFETIME));
    assertThat(people.account(minji).emailVerified()).isTrue();
    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.confirm(token));
    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.confirm("nobody's"));
    assertRefused(
        MemberError.ALREADY_VERIFIED,
        () -> community.members().requestEmailVerification().request(minji));
  }

  @Test
  void a_link_that_is_too_old_verifies_nothing_and_is_not_mailed() {
    Caller minji = people.member("minji");
    String token = people.token(Kind.VERIFY_EMAIL);
    community.members().requestEmailVerification().request(minji);

    community.clock().advance(MailedLink.LIFETIME);

    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.confirm(token));
    assertThat(people.mails(Kind.VERIFY_EMAIL)).hasSize(1);
  }

  @Test
  void a_mail_that_is_sent_again_carries_the_same_link() {
    people.member("minji");
    List<OutboxMessage> messages = community.messages();

    community.handle(messages);
    community.handle(messages);

    assertThat(people.mails(Kind.VERIFY_EMAIL))
        .hasSize(3)
        .extracting(Mail::token)
        .containsOnly(Optional.of(people.token(Kind.VERIFY_EMAIL)));
  }

  @Test
  void three_links_of_a_kind_are_mailed_within_an_hour() {
    Caller minji = people.member("minji");
    var again = community.members().requestEmailVerification();
    again.request(minji);
    again.request(minji);

    DomainException refusal = assertRefused(MemberError.TOO_MANY_MAILS, () -> again.request(minji));
    assertThat(refusal.details()).containsEntry(DomainException.RETRY_AFTER, 3_600L);
    community.clock().advance(Duration.ofHours(1).plusNanos(1_000));
    again.request(minji);

    assertThat(people.mails(Kind.VERIFY_EMAIL)).hasSize(1);
  }

  @Test
  void another_address_counts_once_a_mail_to_it_was_answered() {
    Caller minji = people.member("minji");
    String stale = people.token(Kind.VERIFY_EMAIL);

    people.requestEmailChange(minji, "new@example.org");

    assertThat(people.account(minji).email()).isEqualTo("minji@example.org");
    Mail mail = people.mails(Kind.CHANGE_EMAIL).getFirst();
    assertThat(mail.to()).isEqualTo(new EmailAddress("new@example.org"));

    people.confirm(mail.token().orElseThrow());

    assertThat(people.account(minji).email()).isEqualTo("new@example.org");
    assertThat(people.account(minji).emailVerified()).isTrue();
    assertThat(people.mails(Kind.EMAIL_CHANGED))
        .singleElement()
        .satisfies(told -> assertThat(told.to()).isEqualTo(new EmailAddress("minji@example.org")));
    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.confirm(stale));
  }

  @Test
  void another_members_address_can_not_be_taken_not_even_late() {
    Caller minji = people.member("minji");
    people.member("jun");

    assertRefused(
        MemberError.EMAIL_TAKEN, () -> people.requestEmailChange(minji, "JUN@example.org"));
    people.requestEmailChange(minji, "new@example.org");
    String token = people.token(Kind.CHANGE_EMAIL);
    people.signUp("quick", "new@example.org");

    assertRefused(MemberError.EMAIL_TAKEN, () -> people.confirm(token));
    assertThat(people.account(minji).email()).isEqualTo("minji@example.org");
  }

  @Test
  void an_address_changes_only_for_who_knows_the_password() {
    Caller minji = people.member("minji");
    var change = community.members().requestEmailChange();

    assertRefused(
        MemberError.WRONG_PASSWORD,
        () ->
            change.request(
                new RequestEmailChange.Command(
                    minji, People.HOME, "new@example.org", "wrong horse")));
    assertThat(people.mails(Kind.CHANGE_EMAIL)).isEmpty();
  }

  @Test
  void a_profile_changes_where_it_is_said() {
    Caller minji = people.member("minji");
    assertThat(names(minji)).containsValue("minji");

    MemberView edited =
        edit(minji, Optional.of("민지"), Optional.of("Europe/Berlin"), Optional.empty());

    assertThat(edited.nickname()).isEqualTo("민지");
    assertThat(edited.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(edited.language()).isEqualTo(Language.KO);
    assertThat(names(minji)).containsValue("민지");
    MemberView kept = edit(minji, Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(kept.nickname()).isEqualTo("민지");
    assertThat(kept.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(people.account(minji)).isEqualTo(kept);
  }

  @Test
  void a_profile_that_changed_meanwhile_is_not_overwritten() {
    Caller minji = people.member("minji");
    Version seen = people.account(minji).version();
    MemberView first = edit(minji, Optional.of("one"), Optional.empty(), Optional.of(seen));

    assertRefused(
        SharedError.STALE_VERSION,
        () -> edit(minji, Optional.of("two"), Optional.empty(), Optional.of(seen)));
    assertThat(edit(minji, Optional.of("two"), Optional.empty(), Optional.of(first.version())))
        .extracting(MemberView::nickname)
        .isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Nowhere/Land", "+09:00", "UTC+9", "asia/seoul", "../etc"})
  void a_zone_is_one_of_the_database(String zone) {
    Caller minji = people.member("minji");

    assertInvalid(
        () -> edit(minji, Optional.of("a b"), Optional.of(zone), Optional.empty()),
        "/nickname FORBIDDEN_CHARACTER",
        "/zone UNKNOWN_ZONE");
  }

  @Test
  void another_members_nickname_is_taken() {
    Caller minji = people.member("minji");
    people.member("jun");

    assertRefused(
        MemberError.NICKNAME_TAKEN,
        () -> edit(minji, Optional.of("JUN"), Optional.empty(), Optional.empty()));
    assertThat(edit(minji, Optional.of("MINJI"), Optional.empty(), Optional.empty()).nickname())
        .isEqualTo("MINJI");
  }

  @Test
  void another_password_ends_all_sessions_but_the_one_it_was_chosen_in() {
    Caller minji = people.member("minji");
    SessionView here = people.signIn("minji");
    SessionView elsewhere = people.signIn("minji");

    people.changePassword(minji, here, PASSWORD, OTHER_PASSWORD);

    assertThat(people.sessions(minji)).containsExactly(People.id(here));
    assertRefused(MemberError.SESSION_ENDED, () -> people.check(elsewhere));
    assertThat(people.check(here).status()).isEqualTo(MemberStatus.ACTIVE);
    assertRefused(MemberError.WRONG_CREDENTIALS, () -> people.signIn("minji"));
    assertThat(people.signIn("minji@example.org", OTHER_PASSWORD).member()).isEqualTo(minji.id());
    assertThat(people.mails(Kind.PASSWORD_CHANGED))
        .singleElement()
        .satisfies(mail -> assertThat(mail.token()).isEmpty());
  }

  @Test
  void another_password_makes_the_links_of_before_useless() {
    Caller minji = people.member("minji");
    people.requestEmailChange(minji, "thief@example.org");
    String token = people.token(Kind.CHANGE_EMAIL);

    people.changePassword(minji, people.signIn("minji"), PASSWORD, OTHER_PASSWORD);

    assertRefused(MemberError.LINK_NOT_GOOD, () -> people.confirm(token));
    assertThat(people.account(minji).email()).isEqualTo("minji@example.org");
  }

  @Test
  void a_password_changes_only_for_who_knows_it_and_into_a_good_one() {
    Caller minji = people.member("minji");
    SessionView session = people.signIn("minji");

    assertRefused(
        MemberError.WRONG_PASSWORD,
        () -> people.changePassword(minji, session, "wrong horse", OTHER_PASSWORD));
    assertInvalid(
        () -> people.changePassword(minji, session, PASSWORD, "short"), "/password WRONG_LENGTH");
    assertThat(people.signIn("minji").member()).isEqualTo(minji.id());
  }

  @Test
  void guessing_the_password_in_an_open_session_is_slowed_down() {
    Caller minji = people.member("minji");
    SessionView session = people.signIn("minji");
    for (int i = 0; i < 5; i++) {
      assertRefused(
          MemberError.WRONG_PASSWORD,
          () -> people.changePassword(minji, session, "wrong horse", OTHER_PASSWORD));
    }

    assertRefused(
        SharedError.TOO_MANY_REQUESTS,
        () -> people.changePassword(minji, session, PASSWORD, OTHER_PASSWORD));
    assertRefused(SharedError.TOO_MANY_REQUESTS, () -> people.withdraw(minji));

    community.clock().advance(Duration.ofMinutes(1));
    people.changePassword(minji, session, PASSWORD, OTHER_PASSWORD);
  }

  @Test
  void who_came_through_a_provider_has_no_password_to_change() {
    SessionView session =
        people.signInWith("github", "1", Optional.of("minji@example.org"), "minji");
    Caller minji = new Caller(session.member(), Role.MEMBER);

    assertRefused(
        MemberError.NO_PASSWORD, () -> people.changePassword(minji, session, "", OTHER_PASSWORD));
    assertThat(people.account(minji).hasPassword()).isFalse();
    assertThat(people.withdraw(minji)).isAfter(community.clock().now());
  }

  @Test
  void a_picture_is_seen_by_others_until_it_is_removed() {
    Caller minji = people.member("minji");
    Caller jun = people.member("jun");

    MemberView with = community.members().setPicture().set(minji, PICTURE);

    assertThat(with.picture()).isPresent();
    assertThat(profile(jun, minji).picture()).isEqualTo(with.picture());
    assertThat(community.members().viewPicture().view(jun, minji.id())).isEqualTo(PICTURE);

    assertThat(community.members().removePicture().remove(minji).picture()).isEmpty();
    assertThat(community.members().removePicture().remove(minji).picture()).isEmpty();
    assertRefused(
        MemberError.PICTURE_NOT_FOUND,
        () -> community.members().viewPicture().view(minji, minji.id()));
    assertRefused(
        MemberError.NOT_A_PICTURE, () -> community.members().setPicture().set(minji, new byte[0]));
  }

  @Test
  void others_see_nickname_and_picture_and_nothing_else() {
    Caller minji = people.member("minji");
    Caller jun = people.member("jun");

    assertThat(profile(jun, minji))
        .isEqualTo(new ProfileView(minji.id(), "minji", Optional.empty()));
    assertRefused(
        MemberError.MEMBER_NOT_FOUND,
        () -> community.members().viewMember().view(jun, Samples.memberId()));
  }

  @Test
  void who_leaves_is_out_at_once_and_not_seen_by_others() {
    Caller minji = people.member("minji");
    Caller jun = people.member("jun");
    community.members().setPicture().set(minji, PICTURE);
    SessionView session = people.signIn("minji");
    assertThat(names(minji)).hasSize(1);

    Instant undoableUntil = people.withdraw(minji);

    assertThat(undoableUntil).isEqualTo(community.clock().now().plus(Member.UNDO));
    assertRefused(MemberError.SESSION_ENDED, () -> people.check(session));
    assertRefused(MemberError.MEMBER_NOT_FOUND, () -> profile(jun, minji));
    assertRefused(
        MemberError.PICTURE_NOT_FOUND,
        () -> community.members().viewPicture().view(jun, minji.id()));
    assertThat(community.members().viewPicture().view(minji, minji.id())).isEqualTo(PICTURE);
    assertThat(names(minji)).isEmpty();
    assertThat(community.members().checkActive().isActive(minji.id())).isFalse();
    assertThat(people.account(minji).erasedAt()).contains(undoableUntil);
    assertThat(people.mails(Kind.WITHDRAWN))
        .singleElement()
        .satisfies(mail -> assertThat(mail.until()).contains(undoableUntil));
    community.clock().advance(Duration.ofDays(1));
    assertThat(people.withdraw(minji)).isEqualTo(undoableUntil);
  }

  @Test
  void who_left_can_sign_in_and_come_back_until_it_is_too_late() {
    Caller minji = people.member("minji");
    Instant over = people.withdraw(minji);
    community.clock().set(over.minusNanos(1));

    SessionView session = people.signIn("minji");
    assertThat(people.check(session).status()).isEqualTo(MemberStatus.WITHDRAWN);
    MemberView back = community.members().undoWithdrawal().undo(minji);

    assertThat(back.status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(people.check(session).status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(names(minji)).containsValue("minji");
    Instant again = people.withdraw(minji);
    community.clock().set(again);
    assertRefused(
        MemberError.MEMBER_NOT_FOUND, () -> community.members().undoWithdrawal().undo(minji));
  }

  @Test
  void who_left_is_erased_after_seven_days_and_the_names_are_free() {
    Caller minji = people.member("minji");
    Caller jun = people.member("jun");
    community.members().setPicture().set(minji, PICTURE);
    SessionView session = people.signIn("minji");
    people.link(minji, session, "github", "1");
    Instant over = people.withdraw(minji);
    community.clock().set(over);
    String token = tokenOfNewSession();
    var erase = community.members().eraseWithdrawnMembers();
    assertThat(erase.erase()).isZero();
    assertRefused(MemberError.NICKNAME_TAKEN, () -> people.signUp("MINJI", "other@example.org"));

    community.clock().advance(Duration.ofNanos(1_000));

    assertThat(erase.erase()).isEqualTo(1);
    assertThat(erase.erase()).isZero();
    assertRefused(MemberError.MEMBER_NOT_FOUND, () -> people.account(minji));
    assertRefused(
        MemberError.PICTURE_NOT_FOUND,
        () -> community.members().viewPicture().view(minji, minji.id()));
    assertRefused(MemberError.WRONG_CREDENTIALS, () -> people.signIn("minji"));
    assertRefused(
        MemberError.SESSION_ENDED,
        () -> community.sessions().renewSession().renew(token, People.HOME));
    assertThat(people.providers(minji)).isEmpty();
    assertThat(people.signIn("jun").member()).isEqualTo(jun.id());
    assertThat(people.member("minji").id()).isNotEqualTo(minji.id());
    assertThat(community.events())
        .contains(new MemberEvent.MemberErased(minji.id(), community.clock().now()));
  }

  @Test
  void mails_that_could_not_be_sent_are_erased_along_with_the_member() {
    Caller minji = people.member("minji");
    Caller jun = people.member("jun");
    DeadLetter ofMinji = unsent(minji);
    DeadLetter ofJun = unsent(jun);
    community
        .transactions()
        .writeOnly(() -> {
          community.deadLetters().add(ofMinji);
          community.deadLetters().add(ofJun);
        });
    community.clock().set(people.withdraw(minji).plus(Duration.ofNanos(1_000)));
    community.deliver();
    assertThat(unsent()).containsExactlyInAnyOrder(ofMinji, ofJun);

    community.members().eraseWithdrawnMembers().erase();
    community.deliver();

    assertThat(unsent()).containsExactly(ofJun);
  }

  /** Another consumer could forget before a mail fails: only within one there is an order. */
  @Test
  void who_mails_members_also_hears_of_their_erasure() {
    assertThat(community.members().mailer().types())
        .contains(MemberEvent.EmailChanged.class, MemberEvent.MemberErased.class);
  }

  private DeadLetter unsent(Caller to) {
    var changed =
        new MemberEvent.EmailChanged(
            to.id(), new EmailAddress("former@example.org"), community.clock().now());
    return new DeadLetter(
        "member-mails",
        new OutboxMessage(
            1,
            Samples.uuid(),
            changed.key(),
            "member.email-changed.v1",
            "{\"former\": \"former@example.org\"}",
            changed.occurredAt()),
        "no mailbox of that name: former@example.org",
        changed.occurredAt());
  }

  private List<DeadLetter> unsent() {
    return community.transactions().read(() -> community.deadLetters().latest(10));
  }

  private String tokenOfNewSession() {
    return people.signIn("minji").refreshToken();
  }

  @Test
  void nobody_leaves_without_the_password() {
    Caller minji = people.member("minji");

    assertRefused(
        MemberError.WRONG_PASSWORD,
        () ->
            community
                .members()
                .withdraw()
                .withdraw(new Withdraw.Command(minji, People.HOME, "wrong horse")));
    assertThat(people.account(minji).status()).isEqualTo(MemberStatus.ACTIVE);
  }

  @Test
  void an_account_that_is_gone_is_not_found() {
    Caller nobody = new Caller(Samples.memberId(), Role.MEMBER);

    assertRefused(MemberError.MEMBER_NOT_FOUND, () -> people.account(nobody));
    assertRefused(
        MemberError.MEMBER_NOT_FOUND,
        () -> edit(nobody, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(community.members().checkActive().isActive(nobody.id())).isFalse();
  }

  @Test
  void names_are_told_of_those_who_exist() {
    Caller minji = people.member("minji");

    assertThat(names(minji, new Caller(Samples.memberId(), Role.MEMBER)))
        .isEqualTo(Map.of(minji.id(), "minji"));
    assertThat(names()).isEmpty();
  }

  @Test
  void a_mail_that_fails_is_sent_when_its_event_comes_again() {
    people.member("minji");
    List<OutboxMessage> messages = community.messages();
    community.mails().failNext(1);

    assertThatThrownBy(() -> community.handle(messages)).isInstanceOf(IllegalStateException.class);
    community.handle(messages);

    assertThat(community.mails().sent()).hasSize(1);
  }

  @Test
  void no_secret_shows_when_something_is_logged() {
    Caller minji = people.member("minji");
    SessionView session = people.signIn("minji");

    assertThat(session.toString()).doesNotContain(session.refreshToken(), session.accessToken());
    assertThat(
            new SignIn.Command("minji@example.org", PASSWORD, People.HOME, Optional.empty())
                .toString())
        .doesNotContain("minji", PASSWORD);
    assertThat(new SignUp.Command("minji", "m@example.org", PASSWORD, Language.KO).toString())
        .doesNotContain(PASSWORD, "example");
    assertThat(new ResetPassword.Command("token", PASSWORD).toString())
        .doesNotContain("token", PASSWORD);
    assertThat(new Withdraw.Command(minji, People.HOME, PASSWORD).toString())
        .doesNotContain(PASSWORD);
    assertThat(
            new ChangePassword.Command(
                    minji, People.id(session), People.HOME, PASSWORD, OTHER_PASSWORD)
                .toString())
        .doesNotContain(PASSWORD, OTHER_PASSWORD);
    assertThat(
            new RequestEmailChange.Command(minji, People.HOME, "new@example.org", PASSWORD)
                .toString())
        .doesNotContain(PASSWORD, "new@");
    assertThat(people.mails(Kind.VERIFY_EMAIL).getFirst().toString())
        .isEqualTo("Mail[VERIFY_EMAIL]");
  }
}
