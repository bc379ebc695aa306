package dev.moim.testkit.audit;

import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.shared.Transactions;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;

class AuditFakesTest extends AuditLogContract {
  private final InMemoryStore store = new InMemoryStore();
  private final Transactions transactions = new InMemoryTransactions(store);
  private final AuditLog log = new InMemoryAuditLog(store);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected AuditLog log() {
    return log;
  }
}
