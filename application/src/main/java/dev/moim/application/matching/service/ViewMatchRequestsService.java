package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MatchRequestId;
import java.util.HashMap;
import java.util.Map;

final class ViewMatchRequestsService {
  private final MatchRequests requests;
  private final MatchRequestStore store;
  private final Transactions transactions;
  private final Clock clock;

  ViewMatchRequestsService(
      MatchRequests requests, MatchRequestStore store, Transactions transactions, Clock clock) {
    this.requests = requests;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  MatchRequestView view(Caller caller, MatchRequestId id) {
    return transactions.read(() -> {
      MatchRequest.Snapshot request = store.ownOf(caller, id).snapshot();
      return new MatchRequestView(request, requests.countWaiting(request.category(), clock.now()));
    });
  }

  Page<MatchRequestView> list(Caller caller, PageRequest request) {
    return transactions.read(() -> {
      Map<CategoryKey, Long> waiting = new HashMap<>();
      return requests
          .of(caller.id(), request)
          .map(found ->
              new MatchRequestView(
                  found,
                  waiting.computeIfAbsent(
                      found.category(), category -> requests.countWaiting(category, clock.now()))));
    });
  }
}
