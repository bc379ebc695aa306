package dev.moim.application.audit.service;

import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.Transactions;

/**
 * What can be done with the audit log, wired to its ports.
 *
 * @param writer writes entries down as events come in
 */
public record AuditUseCases(ListAuditLog listAuditLog, EventConsumer writer) {
  public static AuditUseCases of(
      AuditLog log, NameMembers nameMembers, Inbox inbox, Transactions transactions, Ids ids) {
    return new AuditUseCases(
        new ListAuditLogService(log, nameMembers, transactions),
        new AuditWriter(log, inbox, transactions, ids).consumer());
  }
}
