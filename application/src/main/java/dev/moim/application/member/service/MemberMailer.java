package dev.moim.application.member.service;

import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.EventConsumer;
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
  private static final RetryPolicy PATIENT =
      new RetryPolicy(60, Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final Members members;
  private final MailedLinks links;
  private final LinkTokens tokens;
  private final MemberMails mails;
  private final DeadLetters deadLetters;
  private final Transactions transactions;
  private final Clock clock;

  MemberMailer(MemberPorts ports) {
    members = ports.store().members();
    links = ports.store().links();
    tokens = ports.secrets().linkTokens();
    mails = ports.mails();
    deadLetters = ports.deadLetters();
    transactions = ports.transactions();
    clock = ports.clock();
  }

  EventConsumer consumer() {
    return EventConsumer.named("member-mails")
        .retrying(PATIENT)
        .on(MemberEvent.LinkRequested.class, (id, e) -> sendLink(e))
        .on(MemberEvent.EmailChanged.class, (id, e) -> tellFormer(e))
        .on(
            MemberEvent.PasswordChanged.class,
            (id, e) -> tell(e.member(), Kind.PASSWORD_CHANGED, Optional.empty(), Optional.empty()))
        .on(
            MemberEvent.TokensRevoked.class,
            (id, e) -> tell(e.member(), Kind.TOKENS_REVOKED, Optional.empty(), Optional.empty()))
        .on(
            MemberEvent.MemberWarned.class,
            (id, e) ->
                tell(e.member(), Kind.WARNED, Optional.of(e.until()), Optional.of(e.reason())))
        .on(
            MemberEvent.MemberWithdrew.class,
            (id, e) ->
                tell(e.member(), Kind.WITHDRAWN, Optional.of(e.undoableUntil()), Optional.empty()))
        .on(MemberEvent.MemberErased.class, (id, e) -> forget(e))
        .build();
  }

  /** Comes after all mails to the member: those that could not be sent tell of addresses. */
  private void forget(MemberEvent.MemberErased event) {
    transactions.writeOnly(() -> deadLetters.removeAllOf(event.key()));
  }

  private void sendLink(MemberEvent.LinkRequested event) {
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

  private void tellFormer(MemberEvent.EmailChanged event) {
    person(event.member())
        .ifPresent(person ->
            send(person, Kind.EMAIL_CHANGED, event.former(), Optional.empty(), Optional.empty()));
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
