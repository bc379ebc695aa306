package dev.moim.application.member.service;

import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Validation;
import java.util.Optional;

final class SignUpService implements SignUp {
  private final Members members;
  private final PasswordHasher hasher;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  SignUpService(
      Members members,
      PasswordHasher hasher,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    this.members = members;
    this.hasher = hasher;
    this.transactions = transactions;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public MemberView signUp(Command command) {
    var validation = new Validation();
    Optional<Nickname> nickname = validation.check(() -> new Nickname(command.nickname()));
    Optional<EmailAddress> email = validation.check(() -> new EmailAddress(command.email()));
    Optional<Password> password =
        nickname.isPresent() && email.isPresent()
            ? validation.check(
                () -> Password.chosen(command.password(), nickname.get(), email.get()))
            : validation.check(() -> new Password(command.password()));
    validation.orThrow();
    // Hashing takes long on purpose: no transaction is open meanwhile.
    PasswordHash hash = hasher.hash(password.orElseThrow());
    return transactions.write(() -> {
      Member member =
          Member.signUp(
              new MemberId(ids.next()),
              nickname.orElseThrow(),
              email.orElseThrow(),
              hash,
              command.language(),
              clock.now());
      members.save(member);
      outbox.append(member.pullEvents());
      return MemberView.of(member.snapshot());
    });
  }
}
