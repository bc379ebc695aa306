package dev.moim.testkit.audit;

import dev.moim.domain.audit.AuditAction;
import dev.moim.domain.audit.AuditEntry;
import dev.moim.domain.audit.AuditSubject;
import dev.moim.domain.shared.AuditEntryId;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Builds an entry of the audit log of which only what matters is named. */
public final class AuditEntryBuilder {
  private final AuditEntryId id = Samples.auditEntryId();
  private Instant at = SettableClock.START;
  private Optional<MemberId> actor = Optional.of(Samples.memberId());
  private AuditAction action = AuditAction.ROLE_CHANGED;
  private AuditSubject subject = new AuditSubject("MEMBER", Samples.uuid());
  private Optional<MemberId> member = Optional.of(Samples.memberId());
  private String address = "192.0.2.1";
  private Map<String, String> details = Map.of();

  private AuditEntryBuilder() {}

  public static AuditEntryBuilder anEntry() {
    return new AuditEntryBuilder();
  }

  public AuditEntryBuilder at(Instant instant) {
    at = instant;
    return this;
  }

  public AuditEntryBuilder actor(Optional<MemberId> who) {
    actor = who;
    return this;
  }

  public AuditEntryBuilder action(AuditAction what) {
    action = what;
    return this;
  }

  public AuditEntryBuilder subject(String kind) {
    subject = new AuditSubject(kind, Samples.uuid());
    return this;
  }

  public AuditEntryBuilder member(Optional<MemberId> whom) {
    member = whom;
    return this;
  }

  public AuditEntryBuilder address(String text) {
    address = text;
    return this;
  }

  public AuditEntryBuilder details(Map<String, String> texts) {
    details = texts;
    return this;
  }

  public AuditEntry build() {
    return new AuditEntry(id, at, actor, action, subject, member, address, details);
  }
}
