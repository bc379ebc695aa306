package dev.moim.application.member.service;

import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import java.util.Optional;

final class SignInService implements SignIn {
  private final Members members;
  private final Passwords passwords;
  private final SignInThrottle throttle;
  private final SessionOpening opening;
  private final Transactions transactions;
  private final Clock clock;

  SignInService(
      MemberPorts ports, Passwords passwords, SignInThrottle throttle, SessionOpening opening) {
    members = ports.store().members();
    this.passwords = passwords;
    this.throttle = throttle;
    this.opening = opening;
    transactions = ports.transactions();
    clock = ports.clock();
  }

  @Override
  public SessionView signIn(Command command) {
    Optional<EmailAddress> email = address(command.email());
    Optional<Member.Snapshot> member =
        transactions.read(() -> email.flatMap(members::findByEmail).map(Member::snapshot));
    SignInThrottle.Pass pass =
        throttle.enter(
            Tokens.hash(email.map(EmailAddress::key).orElse(command.email())).hex(),
            command.device().filter(device -> isOf(device.member(), member)),
            command.origin());
    Optional<Person> person = member.flatMap(Member.Snapshot::person);
    if (!throttle.judge(pass, () -> passwords.matches(command.password(), person))) {
      throw MemberError.WRONG_CREDENTIALS.exception();
    }
    Optional<PasswordHash> stronger =
        passwords.strengthened(command.password(), person.orElseThrow());
    String refreshToken = opening.newToken();
    return transactions.write(() -> {
      Member found = unchanged(member.orElseThrow());
      stronger.ifPresent(found::strengthen);
      return opening.open(found, refreshToken, command.origin(), clock.now());
    });
  }

  private static boolean isOf(MemberId owner, Optional<Member.Snapshot> member) {
    return member.filter(found -> found.id().equals(owner)).isPresent();
  }

  /** The member, if the password that was found right is still the present one. */
  private Member unchanged(Member.Snapshot checked) {
    return members
        .find(checked.id())
        .filter(member -> password(member.snapshot()).equals(password(checked)))
        .orElseThrow(MemberError.WRONG_CREDENTIALS::exception);
  }

  private static Optional<PasswordHash> password(Member.Snapshot member) {
    return member.person().flatMap(Person::password);
  }

  private static Optional<EmailAddress> address(String text) {
    try {
      return Optional.of(new EmailAddress(text));
    } catch (DomainException notAnAddress) {
      return Optional.empty();
    }
  }
}
