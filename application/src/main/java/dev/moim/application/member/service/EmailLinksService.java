package dev.moim.application.member.service;

import dev.moim.application.member.port.in.RequestEmailChange;
import dev.moim.application.member.port.in.ResetPassword;
import dev.moim.application.member.port.out.Identities;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.MailedLink.Purpose;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class EmailLinksService {
  private static final List<Purpose> EMAIL = List.of(Purpose.VERIFY_EMAIL, Purpose.CHANGE_EMAIL);
  private static final List<Purpose> PASSWORD = List.of(Purpose.RESET_PASSWORD);

  private final Members members;
  private final MailedLinks links;
  private final Identities identities;
  private final LinkMailing mailing;
  private final Passwords passwords;
  private final Confirmation confirmation;
  private final SessionOpening sessions;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  EmailLinksService(
      MemberPorts ports,
      LinkMailing mailing,
      Passwords passwords,
      Confirmation confirmation,
      SessionOpening sessions) {
    members = ports.store().members();
    links = ports.store().links();
    identities = ports.store().identities();
    this.mailing = mailing;
    this.passwords = passwords;
    this.confirmation = confirmation;
    this.sessions = sessions;
    transactions = ports.transactions();
    outbox = ports.outbox();
    clock = ports.clock();
  }

  void requestVerification(Caller caller) {
    transactions.writeOnly(() -> {
      Member member = Accounts.of(members, caller);
      if (member.person().emailVerified()) {
        throw MemberError.ALREADY_VERIFIED.exception();
      }
      request(member, Purpose.VERIFY_EMAIL, member.person().email());
    });
  }

  void requestChange(RequestEmailChange.Command command) {
    EmailAddress address = new EmailAddress(command.email());
    Caller caller = command.caller();
    Person person = transactions.read(() -> Accounts.of(members, caller).person());
    confirmation.require(caller, command.origin(), command.password(), person);
    transactions.writeOnly(() -> {
      Member member = Accounts.of(members, caller);
      if (!member.person().password().equals(person.password())) {
        throw MemberError.WRONG_PASSWORD.exception();
      }
      if (members.findByEmail(address).isPresent()) {
        throw MemberError.EMAIL_TAKEN.exception();
      }
      request(member, Purpose.CHANGE_EMAIL, address);
    });
  }

  private void request(Member member, Purpose purpose, EmailAddress address) {
    Instant now = clock.now();
    mailing.requireFew(member.snapshot().id(), purpose, now);
    requestNow(member, purpose, address, now);
  }

  /**
   * The member is saved with each link: of many that are requested at once none is overlooked in
   * the count, nor by a new password, which makes all links useless.
   */
  private void requestNow(Member member, Purpose purpose, EmailAddress address, Instant now) {
    mailing.request(member.snapshot().id(), purpose, address, now);
    members.save(member);
  }

  void confirm(String token) {
    transactions.writeOnly(() -> {
      Instant now = clock.now();
      MailedLink.Snapshot link = mailing.follow(token, EMAIL, now);
      Member member = linked(link);
      boolean stale =
          link.purpose() == Purpose.VERIFY_EMAIL
              && !member.person().email().key().equals(link.address().key());
      if (stale) {
        throw MemberError.LINK_NOT_GOOD.exception();
      }
      member.verifyEmail(link.address(), now);
      members.save(member);
      outbox.append(member.pullEvents());
      if (link.purpose() == Purpose.CHANGE_EMAIL) {
        links.removeAllOf(link.member());
      }
    });
  }

  void askReset(String email) {
    EmailAddress address = new EmailAddress(email);
    transactions.writeOnly(() -> {
      Instant now = clock.now();
      Optional<Member> member = members.findByEmail(address);
      MemberId counted = member.map(known -> known.snapshot().id()).orElseGet(mailing::nobody);
      if (mailing.mayRequest(counted, Purpose.RESET_PASSWORD, now) && member.isPresent()) {
        EmailAddress own = member.get().person().email();
        requestNow(member.get(), Purpose.RESET_PASSWORD, own, now);
      } else {
        mailing.pretend(now);
      }
    });
  }

  MemberId reset(ResetPassword.Command command) {
    PasswordHash hash = replacement(command);
    return transactions.write(() -> {
      Instant now = clock.now();
      MailedLink.Snapshot link = mailing.follow(command.token(), PASSWORD, now);
      Member member = linked(link);
      if (!member.person().email().key().equals(link.address().key())) {
        throw MemberError.LINK_NOT_GOOD.exception();
      }
      if (!member.person().emailVerified()) {
        identities.removeAllOf(link.member());
      }
      member.verifyEmail(link.address(), now);
      member.choosePassword(hash, now);
      members.save(member);
      outbox.append(member.pullEvents());
      links.removeAllOf(link.member());
      sessions.endAll(link.member());
      return link.member();
    });
  }

  /** Only who holds a good link gets a password hashed, which is costly. */
  private PasswordHash replacement(ResetPassword.Command command) {
    Person person =
        transactions.read(() -> {
          MailedLink link =
              links
                  .findByToken(Tokens.hash(command.token()))
                  .orElseThrow(MemberError.LINK_NOT_GOOD::exception);
          link.follow(PASSWORD, clock.now());
          return linked(link.snapshot()).person();
        });
    return passwords.hash(passwords.chosen(command.password(), person.nickname(), person.email()));
  }

  private Member linked(MailedLink.Snapshot link) {
    return members
        .find(link.member())
        .filter(member -> member.snapshot().person().isPresent())
        .orElseThrow(MemberError.LINK_NOT_GOOD::exception);
  }
}
