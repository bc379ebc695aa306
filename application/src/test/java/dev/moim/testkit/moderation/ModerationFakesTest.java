package dev.moim.testkit.moderation;

import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.shared.Transactions;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import org.junit.jupiter.api.Nested;

class ModerationFakesTest {
  private final InMemoryStore store = new InMemoryStore();
  private final Transactions transactions = new InMemoryTransactions(store);
  private final InMemoryReports reports = new InMemoryReports(store);

  @Nested
  class AsReports extends ReportsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Reports reports() {
      return reports;
    }
  }

  @Nested
  class AsReportLists extends ReportListsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected ReportLists lists() {
      return reports;
    }

    @Override
    protected Reports reports() {
      return reports;
    }
  }
}
