package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.Clock;

final class CancelMatchRequestService implements CancelMatchRequest {
  private final MatchRequestStore store;
  private final Transactions transactions;
  private final Clock clock;

  CancelMatchRequestService(MatchRequestStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void cancel(Command command) {
    transactions.writeOnly(() -> {
      MatchRequest request = store.ownOf(command.caller(), command.request());
      request.cancel(clock.now());
      store.save(request);
    });
  }
}
