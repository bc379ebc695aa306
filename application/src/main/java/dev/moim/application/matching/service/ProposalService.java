package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.AnswerProposal;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.RecordAbsence;
import dev.moim.application.shared.Sweep;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchProposal;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.meeting.AbsenceReason;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the members of a group whether they want it. All of them do, or it falls through: then those
 * who did not answer in time or declined are out, with the friends who came along for their sake,
 * and the others wait again with the age they had.
 */
final class ProposalService {
  private static final int AT_ONCE = 500;

  private final Categories categories;
  private final MatchingSettings settings;
  private final ZoneId zone;
  private final MatchingPorts ports;
  private final MatchingNeighbours.Meetings meetings;
  private final MatchRequestStore store;
  private final Blocks blocks;
  private final MatchRequestViews views;

  ProposalService(
      Categories categories,
      MatchingSettings settings,
      ZoneId zone,
      MatchingPorts ports,
      MatchingNeighbours neighbours,
      MatchRequestStore store,
      MatchRequestViews views) {
    this.categories = categories;
    this.settings = settings;
    this.zone = zone;
    this.ports = ports;
    meetings = neighbours.meetings();
    blocks = new Blocks(neighbours.members().apart());
    this.store = store;
    this.views = views;
  }

  MatchRequestView answer(AnswerProposal.Command command) {
    return ports
        .transactions()
        .write(() -> {
          Instant now = ports.clock().now();
          MatchRequest own = store.ownOf(command.caller(), command.request());
          MatchProposal proposal =
              own.snapshot()
                  .proposal()
                  .flatMap(ports.proposals()::find)
                  .orElseThrow(MatchingError.PROPOSAL_CLOSED::exception);
          if (proposal.isOverdue(now)) {
            throw MatchingError.PROPOSAL_CLOSED.exception();
          }
          if (!command.accepts()) {
            decline(own, proposal, EndReason.PROPOSAL_DECLINED, now);
          } else if (proposal.awaitsOnly(own.snapshot().id()) && isRefused(proposal)) {
            giveUp(proposal, now);
          } else if (proposal.accept(own.snapshot().id(), now)) {
            bringTogether(proposal, now);
          } else {
            ports.proposals().save(proposal);
          }
          return views.of(store.get(command.request()).snapshot());
        });
  }

  private void bringTogether(MatchProposal proposal, Instant now) {
    MatchProposal.Snapshot state = ports.proposals().save(proposal);
    Category category = categories.get(state.category());
    Instant earliest = now.plus(settings.of(state.category()).lead());
    Instant startsAt = category.startsAt(state.agreed(), earliest, zone);
    MeetingId meeting =
        meetings
            .form()
            .form(
                new FormMeeting.Command(
                    state.category(),
                    state.agreed(),
                    state.seats().stream().map(MatchProposal.Seat::member).toList(),
                    new MeetingSource.RandomMatch(),
                    Optional.of(startsAt)));
    AllOf fixed = category.fixed(state.agreed(), startsAt);
    for (MatchRequest request : requestsOf(state).values()) {
      request.match(meeting, Optional.empty(), fixed, state.seats().size(), now);
      store.save(request);
    }
  }

  /**
   * Somebody is out, within a running transaction: the proposal falls through, and the others wait
   * again.
   */
  void decline(MatchRequest request, MatchProposal proposal, EndReason reason, Instant now) {
    fallThrough(proposal, List.of(request.snapshot().id()), reason, now);
  }

  /**
   * Two keep apart from now on: if they are asked about the same group, it falls through. To
   * whomever else is asked, it is as if somebody had declined: it happens at a moment that has to
   * do with nothing they do, and nothing is said of why. Nobody is out, though, lest somebody lose
   * their request by a block. Done again, it changes nothing.
   */
  void part(MemberId one, MemberId other) {
    Set<MatchProposalId> open =
        ports
            .transactions()
            .read(() -> {
              Set<MatchProposalId> both = proposalsOf(one);
              both.retainAll(proposalsOf(other));
              return both;
            });
    Sweep.over(
        List.copyOf(open),
        id ->
            ports
                .transactions()
                .writeOnly(() ->
                    ports
                        .proposals()
                        .find(id)
                        .filter(MatchProposal::isOpen)
                        .filter(this::isRefused)
                        .ifPresent(proposal -> giveUp(proposal, ports.clock().now()))));
  }

  /** About which groups somebody is asked, in all categories. */
  private Set<MatchProposalId> proposalsOf(MemberId member) {
    Set<MatchProposalId> open = new HashSet<>();
    for (Category category : categories.all()) {
      ports
          .requests()
          .liveOf(member, category.key())
          .flatMap(ports.requests()::find)
          .flatMap(request -> request.snapshot().proposal())
          .ifPresent(open::add);
    }
    return open;
  }

  /** It falls through, and all who are asked wait again. */
  private void giveUp(MatchProposal proposal, Instant now) {
    fallThrough(proposal, List.of(), EndReason.PROPOSAL_DECLINED, now);
  }

  private void fallThrough(
      MatchProposal proposal, List<MatchRequestId> out, EndReason reason, Instant now) {
    proposal.fallThrough();
    out(requestsOf(ports.proposals().save(proposal)), out, reason, now);
  }

  /** Some have blocked each other since they were proposed to each other. */
  private boolean isRefused(MatchProposal proposal) {
    List<MatchRequest.Snapshot> asked =
        requestsOf(proposal.snapshot()).values().stream().map(MatchRequest::snapshot).toList();
    return blocks.forbid(asked, asked);
  }

  /** Ends some requests, and their parties with a leading one; whoever is left waits again. */
  private void out(
      Map<MatchRequestId, MatchRequest> asked,
      List<MatchRequestId> out,
      EndReason reason,
      Instant now) {
    List<MatchRequest> ended =
        out.stream().map(id -> Optional.ofNullable(asked.get(id)).orElseThrow()).toList();
    // Each for the reason of its own first, and then who depends on another.
    ended.forEach(request -> request.cancel(reason, now));
    for (MatchRequest request : ended) {
      request.snapshot().companions().stream()
          .flatMap(companion -> Optional.ofNullable(asked.get(companion)).stream())
          .filter(MatchRequest::isUndecided)
          .forEach(companion -> companion.cancel(EndReason.PARTY_ENDED, now));
      request
          .snapshot()
          .leader()
          .map(asked::get)
          .filter(MatchRequest::isUndecided)
          .ifPresent(leading -> leading.leaveParty(request.snapshot().member(), now));
    }
    for (MatchRequest request : asked.values()) {
      if (request.isUndecided()) {
        request.returnToWaiting(now);
      }
      store.save(request);
    }
  }

  private Map<MatchRequestId, MatchRequest> requestsOf(MatchProposal.Snapshot proposal) {
    Map<MatchRequestId, MatchRequest> byId = new LinkedHashMap<>();
    store
        .all(proposal.seats().stream().map(MatchProposal.Seat::request).toList())
        .forEach(request -> byId.put(request.snapshot().id(), request));
    return byId;
  }

  int expire() {
    List<MatchProposalId> overdue =
        ports.transactions().read(() -> ports.proposals().overdue(ports.clock().now(), AT_ONCE));
    return Sweep.over(overdue, id -> ports.transactions().writeOnly(() -> expire(id)));
  }

  private void expire(MatchProposalId id) {
    Instant now = ports.clock().now();
    MatchProposal proposal = ports.proposals().find(id).orElseThrow();
    if (!proposal.isOverdue(now)) {
      return;
    }
    List<MatchProposal.Seat> silent =
        proposal.snapshot().seats().stream().filter(seat -> !seat.accepted()).toList();
    fallThrough(
        proposal,
        silent.stream().map(MatchProposal.Seat::request).toList(),
        EndReason.PROPOSAL_UNANSWERED,
        now);
    silent.forEach(seat ->
        meetings
            .absences()
            .record(
                new RecordAbsence.Command(
                    seat.member(),
                    proposal.snapshot().category(),
                    AbsenceReason.PROPOSAL_UNANSWERED,
                    now)));
  }
}
