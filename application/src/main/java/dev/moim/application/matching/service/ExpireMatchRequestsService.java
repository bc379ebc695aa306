package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.ExpireMatchRequests;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Sweep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MatchRequestId;
import java.util.List;

final class ExpireMatchRequestsService implements ExpireMatchRequests {
  private static final int AT_ONCE = 500;

  private final MatchRequests requests;
  private final MatchRequestStore store;
  private final Transactions transactions;
  private final Clock clock;

  ExpireMatchRequestsService(
      MatchRequests requests, MatchRequestStore store, Transactions transactions, Clock clock) {
    this.requests = requests;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public int expire() {
    List<MatchRequestId> overdue = transactions.read(() -> requests.overdue(clock.now(), AT_ONCE));
    return Sweep.over(
        overdue,
        id ->
            transactions.writeOnly(() -> {
              MatchRequest request = store.get(id);
              request.expire(clock.now());
              store.save(request);
            }));
  }
}
