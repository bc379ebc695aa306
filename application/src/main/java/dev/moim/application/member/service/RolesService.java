package dev.moim.application.member.service;

import dev.moim.application.member.port.in.AppointAdmin;
import dev.moim.application.member.port.in.GrantRole;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Person;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SharedError;
import java.time.Instant;
import java.util.Optional;

final class RolesService {
  private final MemberPorts.Store store;
  private final Members members;
  private final Passwords passwords;
  private final Admins admins;
  private final SignUpService signUp;
  private final SessionOpening sessions;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  RolesService(
      MemberPorts ports,
      Passwords passwords,
      Admins admins,
      SignUpService signUp,
      SessionOpening sessions) {
    store = ports.store();
    members = store.members();
    this.passwords = passwords;
    this.admins = admins;
    this.signUp = signUp;
    this.sessions = sessions;
    transactions = ports.transactions();
    outbox = ports.outbox();
    ids = ports.ids();
    clock = ports.clock();
  }

  MemberView grant(GrantRole.Command command) {
    Caller caller = command.caller();
    caller.require(Role.ADMIN);
    return transactions.write(() -> {
      Instant now = clock.now();
      Member member = Accounts.of(members, command.member());
      Member.Snapshot before = member.snapshot();
      if (before.role() == command.role()) {
        return MemberView.of(before, now);
      }
      admins.requireAnother(before);
      requireStays(before, now);
      member.grant(command.role(), Optional.of(caller.id()), command.origin().address(), now);
      sessions.endAll(command.member());
      return MemberView.of(save(member), now);
    });
  }

  AppointAdmin.Outcome appoint(AppointAdmin.Command command) {
    EmailAddress email = new EmailAddress(command.email());
    boolean known = transactions.read(() -> members.findByEmail(email)).isPresent();
    return known ? promote(email, command) : create(command);
  }

  /**
   * An address that was never verified may have been given by somebody else, before its owner: such
   * an account is taken over, with a password of the operator's, before it gets any power.
   */
  private AppointAdmin.Outcome promote(EmailAddress email, AppointAdmin.Command command) {
    Optional<PasswordHash> replacement =
        transactions
            .read(() -> members.findByEmail(email))
            .filter(member -> member.snapshot().role() != Role.ADMIN)
            .filter(member -> member.snapshot().status(clock.now()) != MemberStatus.WITHDRAWN)
            .map(Member::person)
            .filter(person -> !person.emailVerified())
            .map(person ->
                passwords.hash(
                    passwords.chosen(command.password().get(), person.nickname(), person.email())));
    return transactions.write(() -> {
      Instant now = clock.now();
      Member member =
          members.findByEmail(email).orElseThrow(MemberError.MEMBER_NOT_FOUND::exception);
      requireStays(member.snapshot(), now);
      if (member.snapshot().role() == Role.ADMIN) {
        return AppointAdmin.Outcome.WAS_ADMIN;
      }
      boolean verified = member.person().emailVerified();
      if (!verified) {
        member.choosePassword(replacement.orElseThrow(SharedError.STALE_VERSION::exception), now);
        store.identities().removeAllOf(member.snapshot().id());
        store.links().removeAllOf(member.snapshot().id());
      }
      member.grant(Role.ADMIN, Optional.empty(), Origin.OPERATOR.address(), now);
      sessions.endAll(member.snapshot().id());
      save(member);
      return verified ? AppointAdmin.Outcome.PROMOTED : AppointAdmin.Outcome.CLAIMED;
    });
  }

  private AppointAdmin.Outcome create(AppointAdmin.Command command) {
    Person person =
        signUp.person(
            new SignUp.Command(
                command.nickname(), command.email(), command.password().get(), Language.KO));
    transactions.writeOnly(() -> {
      Instant now = clock.now();
      Member member = Member.signUp(new MemberId(ids.next()), person, now);
      member.grant(Role.ADMIN, Optional.empty(), Origin.OPERATOR.address(), now);
      save(member);
    });
    return AppointAdmin.Outcome.CREATED;
  }

  int count() {
    return transactions.read(() -> members.admins()).size();
  }

  private static void requireStays(Member.Snapshot member, Instant now) {
    if (member.status(now) == MemberStatus.WITHDRAWN) {
      throw MemberError.MEMBER_WITHDRAWN.exception();
    }
  }

  private Member.Snapshot save(Member member) {
    Member.Snapshot stored = members.save(member);
    outbox.append(member.pullEvents());
    return stored;
  }
}
