package dev.moim.application.member.service;

import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Mails members what they must learn even if they are not signed in. A mail may be sent twice, if
 * the program ends between sending and noting it; a link is the same in both.
 */
final class MemberMailer {
  /** A mail server may be away for some time: about half an hour is waited for it. */
  static final RetryPolicy PATIENT =
      new RetryPolicy(60, Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final Members members;
  private final MailedLinks links;
  private final LinkTokens tokens;
  private final MemberMails mails;
  private final Transactions transactions;
  private final Clock clock;

  MemberMailer(MemberPorts ports) {
    members = ports.store().members();
    links = ports.store().links();
    tokens = ports.secrets().linkTokens();
    mails = ports.mails();
    transactions = ports.transactions();
    clock = ports.clock();
  }

  void sendLink(MemberEvent.LinkRequested event) {
    Optional<MailedLink.Snapshot> link =
        transactions.read(() -> links.find(event.link()).map(MailedLink::snapshot));
    link.filter(stored -> !stored.used() && clock.now().isBefore(stored.expiresAt()))
        .ifPresent(stored ->
            person(stored.member())
                .ifPresent(person ->
                    mails.send(
                        new Mail(
                            kind(stored.purpose()),
                            stored.address(),
                            person.nickname().value(),
                            person.language(),
                            Optional.of(tokens.tokenOf(stored.id())),
                            Optional.of(stored.expiresAt()),
                            Optional.empty()))));
  }

  private static Kind kind(MailedLink.Purpose purpose) {
    return Kind.valueOf(purpose.name());
  }

  void tellFormer(MemberEvent.EmailChanged event) {
    person(event.member())
        .ifPresent(person ->
            send(person, Kind.EMAIL_CHANGED, event.former(), Optional.empty(), Optional.empty()));
  }

  void tell(MemberEvent.PasswordChanged event) {
    tell(event.member(), Kind.PASSWORD_CHANGED, Optional.empty(), Optional.empty());
  }

  void tell(MemberEvent.TokensRevoked event) {
    tell(event.member(), Kind.TOKENS_REVOKED, Optional.empty(), Optional.empty());
  }

  void tell(MemberEvent.MemberWarned event) {
    tell(event.member(), Kind.WARNED, Optional.of(event.until()), Optional.of(event.reason()));
  }

  void tell(MemberEvent.MemberWithdrew event) {
    tell(event.member(), Kind.WITHDRAWN, Optional.of(event.undoableUntil()), Optional.empty());
  }

  private void tell(MemberId member, Kind kind, Optional<Instant> until, Optional<String> reason) {
    person(member).ifPresent(person -> send(person, kind, person.email(), until, reason));
  }

  private void send(
      Person person, Kind kind, EmailAddress to, Optional<Instant> until, Optional<String> reason) {
    mails.send(
        new Mail(
            kind,
            to,
            person.nickname().value(),
            person.language(),
            Optional.empty(),
            until,
            reason));
  }

  private Optional<Person> person(MemberId member) {
    return transactions.read(
        () -> members.find(member).map(Member::snapshot).flatMap(Member.Snapshot::person));
  }
}
