package dev.moim.testkit.matching;

import dev.moim.application.matching.port.out.MatchProposals;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.matching.port.out.PoolSignal;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import org.junit.jupiter.api.Nested;

class MatchingFakesTest {
  private final InMemoryStore store = new InMemoryStore();
  private final Transactions transactions = new InMemoryTransactions(store);
  private final MatchRequests requests = new InMemoryMatchRequests(store);
  private final MatchProposals proposals = new InMemoryMatchProposals(store);
  private final RaisedPools raised = new RaisedPools();

  @Nested
  class AsMatchRequests extends MatchRequestsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected MatchRequests requests() {
      return requests;
    }
  }

  @Nested
  class AsMatchProposals extends MatchProposalsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected MatchProposals proposals() {
      return proposals;
    }
  }

  @Nested
  class AsPoolSignal extends PoolSignalContract {
    @Override
    protected PoolSignal signal() {
      return raised;
    }

    @Override
    protected boolean takeSignal(CategoryKey pool) {
      return raised.take(pool);
    }
  }
}
