package dev.moim.application.member.service;

import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Password;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Validation;
import java.time.Instant;
import java.util.Optional;

final class SignUpService implements SignUp {
  private final Members members;
  private final Passwords passwords;
  private final LinkMailing mailing;
  private final MemberSettings settings;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  SignUpService(
      MemberPorts ports, MemberSettings settings, Passwords passwords, LinkMailing mailing) {
    members = ports.store().members();
    this.passwords = passwords;
    this.mailing = mailing;
    this.settings = settings;
    transactions = ports.transactions();
    outbox = ports.outbox();
    ids = ports.ids();
    clock = ports.clock();
  }

  @Override
  public MemberView signUp(Command command) {
    Person person = person(command);
    return transactions.write(() -> {
      Instant now = clock.now();
      Member member = Member.signUp(new MemberId(ids.next()), person, now);
      members.save(member);
      outbox.append(member.pullEvents());
      mailing.request(member.snapshot().id(), MailedLink.Purpose.VERIFY_EMAIL, person.email(), now);
      return MemberView.of(member.snapshot().stored(), now);
    });
  }

  /** Hashing takes long on purpose: no transaction is open meanwhile. */
  Person person(Command command) {
    var validation = new Validation();
    Optional<Nickname> nickname = validation.check(() -> new Nickname(command.nickname()));
    Optional<EmailAddress> email = validation.check(() -> new EmailAddress(command.email()));
    Optional<Password> password =
        nickname.isPresent() && email.isPresent()
            ? validation.check(
                () -> passwords.chosen(command.password(), nickname.get(), email.get()))
            : validation.check(() -> new Password(command.password()));
    validation.orThrow();
    return Person.named(
            nickname.orElseThrow(), email.orElseThrow(), command.language(), settings.zone())
        .withPassword(passwords.hash(password.orElseThrow()));
  }
}
