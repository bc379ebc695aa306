package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.ExpireMatchRequests;
import dev.moim.application.shared.Sweep;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.shared.MatchRequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends requests whose friends have not all answered in time, and those that wait in no pool, as
 * when their category is no longer configured. Others are left to the pools, which know why nobody
 * was found.
 */
final class ExpireMatchRequestsService implements ExpireMatchRequests {
  private static final int AT_ONCE = 500;
  private static final Duration LEFT_TO_THE_POOLS = Duration.ofSeconds(10);

  private final MatchingPorts ports;
  private final MatchRequestStore store;
  private final PartyStore parties;

  ExpireMatchRequestsService(MatchingPorts ports, MatchRequestStore store, PartyStore parties) {
    this.ports = ports;
    this.store = store;
    this.parties = parties;
  }

  @Override
  public int expire() {
    Instant now = ports.clock().now();
    List<MatchRequestId> overdue =
        ports
            .transactions()
            .read(() -> {
              List<MatchRequestId> found =
                  new ArrayList<>(
                      ports.requests().overdue(MatchRequestStatus.INVITING, now, AT_ONCE));
              found.addAll(
                  ports
                      .requests()
                      .overdue(MatchRequestStatus.WAITING, now.minus(LEFT_TO_THE_POOLS), AT_ONCE));
              return found;
            });
    return Sweep.over(
        overdue,
        id ->
            ports
                .transactions()
                .writeOnly(() -> {
                  MatchRequest request = store.get(id);
                  if (request.snapshot().leads()) {
                    parties.expire(request, EndReason.NOBODY_SUITED, ports.clock().now());
                  }
                }));
  }
}
