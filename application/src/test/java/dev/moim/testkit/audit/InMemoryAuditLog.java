package dev.moim.testkit.audit;

import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Position;
import dev.moim.domain.audit.AuditEntry;
import dev.moim.domain.shared.AuditEntryId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.util.function.Predicate;

/** The audit log on an {@link InMemoryStore}. */
public final class InMemoryAuditLog implements AuditLog {
  private final InMemoryStore.Table<AuditEntryId, AuditEntry> entries;

  public InMemoryAuditLog(InMemoryStore store) {
    entries = store.table(AuditEntry::id);
  }

  @Override
  public void add(AuditEntry entry) {
    entries.put(entry);
  }

  @Override
  public Page<AuditEntry> page(ListAuditLog.Query query) {
    return Pages.latestFirst(
        entries.all().stream().filter(matching(query)),
        entry -> new Position(entry.at(), entry.id().value()),
        query.page());
  }

  private static Predicate<AuditEntry> matching(ListAuditLog.Query query) {
    return entry ->
        (query.actor().isEmpty() || query.actor().equals(entry.actor()))
            && (query.member().isEmpty() || query.member().equals(entry.member()))
            && query.action().map(entry.action()::equals).orElse(true)
            && query.from().map(from -> !entry.at().isBefore(from)).orElse(true)
            && query.to().map(to -> entry.at().isBefore(to)).orElse(true);
  }
}
