package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.meeting.port.in.CheckPause;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Stores new requests: one live one for each member and category. */
final class Submission {
  private final MatchingPorts ports;
  private final MatchRequestStore store;
  private final MatchRequestViews views;
  private final CheckPause pauses;

  Submission(
      MatchingPorts ports, MatchRequestStore store, MatchRequestViews views, CheckPause pauses) {
    this.ports = ports;
    this.store = store;
    this.views = views;
    this.pauses = pauses;
  }

  MatchRequestView submit(
      Caller caller,
      Category category,
      MatchRequest.Wish wish,
      List<MemberId> friends,
      Optional<Instant> expiresAt) {
    Instant now = ports.clock().now();
    MatchRequestId id = new MatchRequestId(ports.ids().next());
    return namingTheLiveOne(
        caller.id(),
        category.key(),
        () ->
            ports
                .transactions()
                .write(() -> {
                  makeWay(caller.id(), category.key(), now);
                  MatchRequest request =
                      MatchRequest.submit(id, caller.id(), category, wish, friends, expiresAt, now);
                  return views.of(store.save(request));
                }));
  }

  /**
   * Makes sure, within a running transaction, that a member may have a new live request. One whose
   * time is over, which the expiry has not reached yet, makes way with its party.
   *
   * @throws DomainException LIVE_REQUEST_EXISTS, MATCHING_PAUSED
   */
  void makeWay(MemberId member, CategoryKey category, Instant now) {
    pauses
        .pausedUntil(member)
        .filter(now::isBefore)
        .ifPresent(until -> {
          throw MatchingError.MATCHING_PAUSED.because("until", until);
        });
    ports
        .requests()
        .liveOf(member, category)
        .ifPresent(live -> {
          MatchRequest request = store.get(live);
          MatchRequest leading = request.snapshot().leader().map(store::get).orElse(request);
          store.expire(leading, EndReason.NOBODY_SUITED, now);
          if (store.get(live).snapshot().isLive()) {
            throw MatchingError.LIVE_REQUEST_EXISTS.because("matchRequestId", live);
          }
        });
  }

  /** Who lost a race for the live request is refused by the store, which does not name it. */
  <T> T namingTheLiveOne(MemberId member, CategoryKey category, Supplier<T> work) {
    try {
      return work.get();
    } catch (DomainException refusal) {
      throw refusal.code() == MatchingError.LIVE_REQUEST_EXISTS
          ? ports
              .transactions()
              .read(() -> ports.requests().liveOf(member, category))
              .map(live -> MatchingError.LIVE_REQUEST_EXISTS.because("matchRequestId", live))
              .orElse(refusal)
          : refusal;
    }
  }
}
