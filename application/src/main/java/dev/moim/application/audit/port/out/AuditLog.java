package dev.moim.application.audit.port.out;

import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.shared.Page;
import dev.moim.domain.audit.AuditEntry;

/** The audit log. There is no way to change or remove an entry. */
public interface AuditLog {
  void add(AuditEntry entry);

  /** The latest first, at a cost that grows with the page and not with the log. */
  Page<AuditEntry> page(ListAuditLog.Query query);
}
