package dev.moim.application.matching.service;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.member.port.in.CheckActive;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Sweep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
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
  private final CancelMatchRequestService ending;
  private final CheckActive checkActive;
  private final Transactions transactions;

  InactiveRequestsService(
      MatchRequests requests,
      CancelMatchRequestService ending,
      CheckActive checkActive,
      Transactions transactions) {
    this.requests = requests;
    this.ending = ending;
    this.checkActive = checkActive;
    this.transactions = transactions;
  }

  void cancelAllOf(MemberId member) {
    if (!checkActive.isActive(member)) {
      Sweep.over(undecidedOf(member), id -> ending.endIfUndecided(id, EndReason.MEMBER_INACTIVE));
    }
  }

  void cancel(MatchRequestId request, MemberId member) {
    if (!checkActive.isActive(member)) {
      ending.endIfUndecided(request, EndReason.MEMBER_INACTIVE);
    }
  }

  private List<MatchRequestId> undecidedOf(MemberId member) {
    return transactions.read(() -> Page.all(page -> requests.of(member, page))).stream()
        .filter(request -> MatchRequest.restore(request).isUndecided())
        .map(MatchRequest.Snapshot::id)
        .toList();
  }
}
