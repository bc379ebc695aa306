package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.meeting.port.in.CheckPause;
import dev.moim.application.member.port.in.KeptApart;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Category.LatestStart;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stores new requests: one live one for each member and category. */
final class Submission {
  private final MatchingPorts ports;
  private final MatchRequestStore store;
  private final PartyStore parties;
  private final MatchRequestViews views;
  private final MeetingSeats seats;
  private final CheckPause pauses;
  private final KeptApart apart;
  private final MatchingSettings settings;

  Submission(
      MatchingPorts ports,
      MatchRequestStore store,
      PartyStore parties,
      MeetingSeats seats,
      MatchRequestViews views,
      MatchingNeighbours neighbours,
      MatchingSettings settings) {
    this.ports = ports;
    this.store = store;
    this.parties = parties;
    this.views = views;
    this.seats = seats;
    pauses = neighbours.meetings().pauses();
    apart = neighbours.members().apart();
    this.settings = settings;
  }

  MatchRequestView submit(
      Caller caller,
      Category category,
      MatchRequest.Wish wish,
      List<MemberId> friends,
      Optional<Instant> wantedUntil) {
    Instant now = ports.clock().now();
    Optional<Instant> expiresAt =
        Stream.concat(
                wantedUntil.or(() -> Optional.of(now.plus(category.patience()))).stream(),
                lastChance(category, wish, now).stream())
            .min(Comparator.naturalOrder());
    MatchRequestId id = new MatchRequestId(ports.ids().next());
    return namingTheLiveOne(
        caller.id(),
        category.key(),
        () -> {
          // Nothing of this need hold for sure: the store keeps two live requests apart.
          Beginning beginning =
              ports.transactions().read(() -> beginning(caller.id(), category.key(), friends, now));
          Supplier<MatchRequest.Snapshot> work =
              () ->
                  store.save(
                      MatchRequest.submit(
                          id,
                          caller.id(),
                          category,
                          wish,
                          friends,
                          beginning.keptApart(),
                          expiresAt,
                          now));
          MatchRequest.Snapshot stored =
              beginning.isFree()
                  ? ports.transactions().writeTo(category.key(), work)
                  : ports
                      .transactions()
                      .write(() -> {
                        makeWay(caller.id(), category.key(), now);
                        return work.get();
                      });
          return views.ofNew(stored, beginning.surroundings());
        });
  }

  /**
   * What a new request finds.
   *
   * @param isFree whether the member has no live one in its category
   * @param keptApart who does not hear of it
   * @param surroundings what its view tells of others
   */
  private record Beginning(
      boolean isFree, Set<MemberId> keptApart, MatchRequestViews.Surroundings surroundings) {}

  private Beginning beginning(
      MemberId member, CategoryKey category, List<MemberId> friends, Instant now) {
    requireNoPause(member, now);
    return new Beginning(
        ports.requests().liveOf(member, category).isEmpty(),
        friends.isEmpty() ? Set.of() : keptApartFrom(member),
        views.surroundings(category, friends, now));
  }

  /**
   * They are asked in vain and without their knowledge, lest anybody learn who has blocked whom.
   */
  private Set<MemberId> keptApartFrom(MemberId member) {
    return apart.of(List.of(member)).getOrDefault(member, Set.of());
  }

  /**
   * Until when the member can find a group with which they meet while they are free.
   *
   * @throws DomainException INVALID_INPUT if that is not worth waiting for
   */
  private Optional<Instant> lastChance(Category category, MatchRequest.Wish wish, Instant now) {
    PoolSettings pool = settings.of(category.key());
    Duration ahead = pool.lead().plus(pool.acceptance().orElse(Duration.ZERO));
    AllOf asked = wish.condition();
    Optional<LatestStart> latest = category.latestStart(asked);
    if (pool.policy().relaxation()) {
      for (Relaxation step :
          wish.relaxations().stream().sorted(Comparator.comparing(Relaxation::age)).toList()) {
        Instant relaxed = now.plus(step.age()).plus(ahead);
        if (latest.filter(last -> relaxed.isBefore(last.at())).isPresent()) {
          asked = step.relax(asked);
          latest = category.latestStart(asked);
        }
      }
    }
    latest
        .filter(last -> last.at().isBefore(now.plus(Category.LEAST_PATIENCE).plus(ahead)))
        .ifPresent(last -> {
          throw SharedError.invalid("/condition/" + last.facet() + "/to", "WINDOW_TOO_SOON");
        });
    return latest.map(last -> last.at().minus(ahead));
  }

  /**
   * Makes sure, within a running transaction, that a member may have a new live request. One whose
   * time is over, which the expiry has not reached yet, makes way with its party; and so does one
   * whose meeting is fixed, and which lives only until somebody takes a free seat there.
   *
   * @throws DomainException LIVE_REQUEST_EXISTS, MATCHING_PAUSED
   */
  void makeWay(MemberId member, CategoryKey category, Instant now) {
    requireNoPause(member, now);
    ports
        .requests()
        .liveOf(member, category)
        .ifPresent(live -> {
          MatchRequest request = store.get(live);
          parties.expire(parties.leadingOf(request), EndReason.NOBODY_SUITED, now);
          MatchRequest.Snapshot present = store.get(live).snapshot();
          if (present.isLive() && !seats.leaveFree(present)) {
            throw MatchingError.LIVE_REQUEST_EXISTS.because("matchRequestId", live);
          }
        });
  }

  private void requireNoPause(MemberId member, Instant now) {
    pauses
        .pausedUntil(member)
        .filter(now::isBefore)
        .ifPresent(until -> {
          throw MatchingError.MATCHING_PAUSED.because("until", until);
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
