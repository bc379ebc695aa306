package dev.moim.adapter.persistence.audit;

import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.adapter.persistence.shared.TextMapJson;
import dev.moim.domain.audit.AuditAction;
import dev.moim.domain.audit.AuditEntry;
import dev.moim.domain.audit.AuditSubject;
import dev.moim.domain.shared.AuditEntryId;
import dev.moim.domain.shared.MemberId;
import java.util.Optional;

final class AuditEntryMapper {
  private AuditEntryMapper() {}

  static AuditEntryRow row(AuditEntry entry) {
    AuditEntryRow row = new AuditEntryRow();
    row.id = entry.id().value();
    row.at = Instants.stored(entry.at());
    row.actorId = entry.actor().map(MemberId::value).orElse(null);
    row.action = entry.action().name();
    row.subjectKind = entry.subject().kind();
    row.subjectId = entry.subject().id();
    row.memberId = entry.member().map(MemberId::value).orElse(null);
    row.address = entry.address();
    row.details = TextMapJson.write(entry.details());
    return row;
  }

  static AuditEntry read(AuditEntryRow row) {
    return new AuditEntry(
        new AuditEntryId(row.id),
        row.at,
        Optional.ofNullable(row.actorId).map(MemberId::new),
        AuditAction.valueOf(row.action),
        new AuditSubject(row.subjectKind, row.subjectId),
        Optional.ofNullable(row.memberId).map(MemberId::new),
        row.address,
        TextMapJson.read(row.details));
  }
}
