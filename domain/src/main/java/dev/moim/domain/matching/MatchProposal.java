package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A group that its members are asked about, where the category wants that. It comes about when all
 * have accepted in time, and falls through as soon as one declines. What follows from it for the
 * requests is done in the same transaction.
 */
public final class MatchProposal {
  private final Snapshot from;
  private MatchProposalStatus status;
  private List<Seat> seats;

  private MatchProposal(Snapshot state) {
    from = state;
    status = state.status;
    seats = state.seats;
  }

  /**
   * One who is asked.
   *
   * @param request their own request
   */
  public record Seat(MatchRequestId request, MemberId member, boolean accepted) {}

  /** Asks the members of a group; each has one seat. */
  public static MatchProposal of(
      MatchProposalId id, CategoryKey category, AllOf agreed, List<Seat> seats, Instant respondBy) {
    return new MatchProposal(
        new Snapshot(
            id, category, agreed, seats, respondBy, MatchProposalStatus.OPEN, Version.NEW));
  }

  /** The proposal as stored. */
  public static MatchProposal restore(Snapshot state) {
    return new MatchProposal(state);
  }

  /**
   * A member wants the group; again changes nothing.
   *
   * @return whether all do now
   * @throws dev.moim.domain.shared.DomainException PROPOSAL_CLOSED if it is decided, or its time is
   *     over
   */
  public boolean accept(MatchRequestId request, Instant now) {
    requireOpen(now);
    seats =
        seats.stream()
            .map(seat -> seat.request.equals(request) ? new Seat(request, seat.member, true) : seat)
            .toList();
    if (seats.stream().allMatch(Seat::accepted)) {
      status = MatchProposalStatus.ACCEPTED;
    }
    return status == MatchProposalStatus.ACCEPTED;
  }

  /**
   * The group does not come about.
   *
   * @throws dev.moim.domain.shared.DomainException PROPOSAL_CLOSED if it is decided
   */
  public void fallThrough() {
    if (!isOpen()) {
      throw MatchingError.PROPOSAL_CLOSED.exception();
    }
    status = MatchProposalStatus.FELL_THROUGH;
  }

  /** Whether it is not decided. */
  public boolean isOpen() {
    return status == MatchProposalStatus.OPEN;
  }

  /** Whether all others have accepted. */
  public boolean awaitsOnly(MatchRequestId request) {
    return seats.stream().allMatch(seat -> seat.accepted || seat.request.equals(request));
  }

  /** Whether it waits for answers that are too late by now. */
  public boolean isOverdue(Instant now) {
    return isOpen() && !now.isBefore(from.respondBy);
  }

  private void requireOpen(Instant now) {
    if (!isOpen() || !now.isBefore(from.respondBy)) {
      throw MatchingError.PROPOSAL_CLOSED.exception();
    }
  }

  /** What somebody's request answered; empty if they were not asked. */
  public Optional<Seat> seatOf(MatchRequestId request) {
    return seats.stream().filter(seat -> seat.request.equals(request)).findFirst();
  }

  public Snapshot snapshot() {
    return new Snapshot(
        from.id, from.category, from.agreed, seats, from.respondBy, status, from.version);
  }

  /**
   * All persistent state of a proposal.
   *
   * @param agreed on what the group would settle
   * @param respondBy until when all must have accepted
   */
  public record Snapshot(
      MatchProposalId id,
      CategoryKey category,
      AllOf agreed,
      List<Seat> seats,
      Instant respondBy,
      MatchProposalStatus status,
      Version version) {
    public Snapshot {
      seats = List.copyOf(seats);
    }

    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(id, category, agreed, seats, respondBy, status, version.next());
    }
  }
}
