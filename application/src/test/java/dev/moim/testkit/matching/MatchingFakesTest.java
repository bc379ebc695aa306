package dev.moim.testkit.matching;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Transactions;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;

class MatchingFakesTest extends MatchRequestsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final Transactions transactions = new InMemoryTransactions(store);
  private final MatchRequests requests = new InMemoryMatchRequests(store);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected MatchRequests requests() {
    return requests;
  }
}
