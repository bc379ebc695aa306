package dev.moim.application.member;

import dev.moim.application.member.port.in.AskPasswordReset;
import dev.moim.application.member.port.in.ChangePassword;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.application.member.port.in.LinkIdentity;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.RequestEmailChange;
import dev.moim.application.member.port.in.ResetPassword;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignInWithProvider;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.in.Withdraw;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import dev.moim.testkit.Community;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people do with their accounts in a community, in few words. */
final class People {
  static final String PASSWORD = "correct horse";
  static final Origin HOME = new Origin("192.0.2.1", "Firefox");

  private final Community community;

  People(Community community) {
    this.community = community;
  }

  MemberView signUp(String nickname, String email) {
    return community
        .members()
        .signUp()
        .signUp(new SignUp.Command(nickname, email, PASSWORD, Language.EN));
  }

  /** Signs up with an address that is made of the nickname. */
  Caller member(String nickname) {
    return new Caller(signUp(nickname, address(nickname)).id(), Role.MEMBER);
  }

  static String address(String nickname) {
    return nickname + "@example.org";
  }

  MemberView account(Caller member) {
    return community.members().viewOwnAccount().view(member);
  }

  SessionView signIn(String email, String password) {
    return signIn(email, password, HOME);
  }

  SessionView signIn(String email, String password, Origin origin) {
    return community
        .sessions()
        .signIn()
        .signIn(new SignIn.Command(email, password, origin, Optional.empty()));
  }

  /** Signs in with the first password. */
  SessionView signIn(String nickname) {
    return signIn(address(nickname), PASSWORD);
  }

  SessionView signInWith(String provider, String subject, Optional<String> email, String name) {
    return community
        .sessions()
        .signInWithProvider()
        .signIn(
            new SignInWithProvider.Command(
                provider, subject, email, true, name, Language.EN, HOME));
  }

  SessionView renew(SessionView session) {
    return community.sessions().renewSession().renew(session.refreshToken(), HOME);
  }

  static SessionId id(SessionView session) {
    return new SessionId(UUID.fromString(session.accessToken().split(":", -1)[3]));
  }

  static Role role(SessionView session) {
    return Role.valueOf(session.accessToken().split(":", -1)[2]);
  }

  /** Shows an access token. */
  CheckAccess.Access check(SessionView session) {
    return community
        .sessions()
        .checkAccess()
        .check(new CheckAccess.Claim(session.member(), id(session), role(session)));
  }

  /** The sessions of a member that go on. */
  List<SessionId> sessions(Caller member) {
    return community.sessions().listSessions().list(member, new SessionId(new UUID(0, 0))).stream()
        .map(session -> session.id())
        .toList();
  }

  void link(Caller member, SessionView session, String provider, String subject) {
    community
        .sessions()
        .linkIdentity()
        .link(new LinkIdentity.Command(member, id(session), provider, subject));
  }

  List<String> providers(Caller member) {
    return community.sessions().listIdentities().list(member).stream()
        .map(identity -> identity.provider())
        .toList();
  }

  void changePassword(Caller member, SessionView session, String present, String replacement) {
    community
        .members()
        .changePassword()
        .change(new ChangePassword.Command(member, id(session), HOME, present, replacement));
  }

  void requestEmailChange(Caller member, String email) {
    community
        .members()
        .requestEmailChange()
        .request(new RequestEmailChange.Command(member, HOME, email, PASSWORD));
  }

  void askReset(String email) {
    AskPasswordReset ask = community.sessions().askPasswordReset();
    ask.ask(email);
  }

  void reset(String token, String password) {
    community.sessions().resetPassword().reset(new ResetPassword.Command(token, password));
  }

  void confirm(String token) {
    community.members().confirmEmail().confirm(token);
  }

  Instant withdraw(Caller member) {
    return community.members().withdraw().withdraw(new Withdraw.Command(member, HOME, PASSWORD));
  }

  /** The mails of a kind, the first one first, after all events have arrived. */
  List<Mail> mails(Kind kind) {
    community.deliver();
    return community.mails().sent().stream().filter(mail -> mail.kind() == kind).toList();
  }

  /** The secret in the last mail of a kind. */
  String token(Kind kind) {
    return mails(kind).getLast().token().orElseThrow();
  }
}
