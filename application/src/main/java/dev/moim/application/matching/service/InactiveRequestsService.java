package dev.moim.application.matching.service;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.member.port.in.CheckActive;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Sweep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;

/**
 * Cancels the waiting requests of members who may not act: who are blocked or have left.
 *
 * <p>A warning and a submission may commit in either order, and the one does not wait for the
 * other. So both are heard, each after its commit: the warning looks for requests, the request for
 * a block. Whichever commits last finds the other, and no request waits on for good. A request that
 * was matched in between has its meeting, which stays.
 */
final class InactiveRequestsService {
  private final MatchRequests requests;
  private final MatchRequestStore store;
  private final CheckActive checkActive;
  private final Transactions transactions;
  private final Clock clock;

  InactiveRequestsService(
      MatchRequests requests,
      MatchRequestStore store,
      CheckActive checkActive,
      Transactions transactions,
      Clock clock) {
    this.requests = requests;
    this.store = store;
    this.checkActive = checkActive;
    this.transactions = transactions;
    this.clock = clock;
  }

  void cancelAllOf(MemberId member) {
    if (!checkActive.isActive(member)) {
      Sweep.over(waitingOf(member), this::cancel);
    }
  }

  void cancel(MatchRequestId request, MemberId member) {
    if (!checkActive.isActive(member)) {
      cancel(request);
    }
  }

  private List<MatchRequestId> waitingOf(MemberId member) {
    Instant now = clock.now();
    return transactions.read(() -> Page.all(page -> requests.of(member, page))).stream()
        .filter(request -> MatchRequest.restore(request).isWaiting(now))
        .map(MatchRequest.Snapshot::id)
        .toList();
  }

  private void cancel(MatchRequestId id) {
    transactions.writeOnly(() -> {
      Instant now = clock.now();
      requests
          .find(id)
          .filter(request -> request.isWaiting(now))
          .ifPresent(request -> {
            request.cancel(now);
            store.save(request);
          });
    });
  }
}
