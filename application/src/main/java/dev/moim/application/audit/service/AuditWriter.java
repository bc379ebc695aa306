package dev.moim.application.audit.service;

import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.audit.AuditAction;
import dev.moim.domain.audit.AuditEntry;
import dev.moim.domain.audit.AuditSubject;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.moderation.ReportEvent;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.shared.AuditEntryId;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.MemberId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down what managers, admins and the operator did, and hosts who hid what somebody said,
 * once per event: the inbox mark and the entry are one transaction.
 */
final class AuditWriter {
  private static final String NAME = "audit-log";

  private final AuditLog log;
  private final Inbox inbox;
  private final Transactions transactions;
  private final Ids ids;

  AuditWriter(AuditLog log, Inbox inbox, Transactions transactions, Ids ids) {
    this.log = log;
    this.inbox = inbox;
    this.transactions = transactions;
    this.ids = ids;
  }

  EventConsumer consumer() {
    return EventConsumer.named(NAME)
        .onlyWriting()
        .on(MemberEvent.RoleChanged.class, this::write)
        .on(MemberEvent.MemberWarned.class, this::write)
        .on(MemberEvent.WarningWithdrawn.class, this::write)
        .on(ReportEvent.ReportDecided.class, this::write)
        .on(RoomEvent.RoomHidden.class, this::write)
        .on(RoomEvent.AdminCancelled.class, this::write)
        .on(RoomEvent.CommentHidden.class, this::write)
        .build();
  }

  private void write(UUID eventId, MemberEvent.RoleChanged event) {
    write(
        eventId,
        event,
        event.by(),
        AuditAction.ROLE_CHANGED,
        member(event.member()),
        event.member(),
        event.address(),
        Map.of("from", event.from().name(), "to", event.to().name()));
  }

  private void write(UUID eventId, MemberEvent.MemberWarned event) {
    write(
        eventId,
        event,
        Optional.of(event.by()),
        AuditAction.MEMBER_WARNED,
        member(event.member()),
        event.member(),
        event.address(),
        Map.of(
            "warning", event.warning().toString(),
            "reason", event.reason(),
            "until", event.until().toString()));
  }

  private void write(UUID eventId, MemberEvent.WarningWithdrawn event) {
    write(
        eventId,
        event,
        Optional.of(event.by()),
        AuditAction.WARNING_WITHDRAWN,
        member(event.member()),
        event.member(),
        event.address(),
        Map.of("warning", event.warning().toString()));
  }

  private void write(UUID eventId, ReportEvent.ReportDecided event) {
    write(
        eventId,
        event,
        Optional.of(event.by()),
        AuditAction.REPORT_DECIDED,
        new AuditSubject(event.subjectKind(), event.subjectId()),
        event.author(),
        event.address(),
        Map.of(
            "report", event.report().toString(),
            "outcome", event.outcomeName(),
            "reason", event.note()));
  }

  private void write(UUID eventId, RoomEvent.RoomHidden event) {
    write(
        eventId,
        event,
        Optional.of(event.by()),
        AuditAction.ROOM_HIDDEN,
        new AuditSubject("ROOM", event.room().value()),
        event.host(),
        event.address(),
        Map.of("reason", event.reason()));
  }

  private void write(UUID eventId, RoomEvent.AdminCancelled event) {
    write(
        eventId,
        event,
        Optional.of(event.by()),
        AuditAction.ROOM_CANCELLED,
        new AuditSubject("ROOM", event.room().value()),
        event.host(),
        event.address(),
        Map.of("reason", event.reason()));
  }

  private void write(UUID eventId, RoomEvent.CommentHidden event) {
    write(
        eventId,
        event,
        Optional.of(event.by()),
        AuditAction.COMMENT_HIDDEN,
        new AuditSubject("COMMENT", event.comment().value()),
        event.author(),
        event.address(),
        Map.of("reason", event.reason()));
  }

  private static AuditSubject member(MemberId member) {
    return new AuditSubject("MEMBER", member.value());
  }

  private void write(
      UUID eventId,
      DomainEvent event,
      Optional<MemberId> actor,
      AuditAction action,
      AuditSubject subject,
      MemberId member,
      String address,
      Map<String, String> details) {
    transactions.writeOnly(() -> {
      if (inbox.firstTime(NAME, eventId)) {
        log.add(
            new AuditEntry(
                new AuditEntryId(ids.next()),
                event.occurredAt(),
                actor,
                action,
                subject,
                Optional.of(member),
                address,
                details));
      }
    });
  }
}
