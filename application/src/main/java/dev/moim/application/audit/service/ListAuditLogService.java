package dev.moim.application.audit.service;

import dev.moim.application.audit.port.in.AuditView;
import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.audit.AuditEntry;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ListAuditLogService implements ListAuditLog {
  private final AuditLog log;
  private final NameMembers nameMembers;
  private final Transactions transactions;

  ListAuditLogService(AuditLog log, NameMembers nameMembers, Transactions transactions) {
    this.log = log;
    this.nameMembers = nameMembers;
    this.transactions = transactions;
  }

  @Override
  public Page<AuditView> list(Caller caller, Query query) {
    caller.require(Role.ADMIN);
    return transactions.read(() -> {
      Page<AuditEntry> page = log.page(query);
      Map<MemberId, String> names = nameMembers.names(people(page));
      return page.map(entry ->
          new AuditView(entry, entry.actor().map(names::get), entry.member().map(names::get)));
    });
  }

  private static Set<MemberId> people(Page<AuditEntry> page) {
    return page.items().stream()
        .flatMap(entry -> Stream.of(entry.actor(), entry.member()))
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }
}
