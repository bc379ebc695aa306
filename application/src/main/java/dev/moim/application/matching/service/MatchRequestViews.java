package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.ListInvitations.InvitationView;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.in.MatchRequestView.Companion;
import dev.moim.application.matching.port.out.MatchProposals;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.application.meeting.port.in.FindMeetings.Participation;
import dev.moim.application.member.port.in.KeptApart;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchProposal;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows match requests to their members. */
final class MatchRequestViews {
  /** More open invitations than anybody looks at. */
  private static final int MOST_INVITATIONS = 100;

  private final MatchRequests requests;
  private final MatchProposals proposals;
  private final MatchRequestStore store;
  private final LivePools pools;
  private final NameMembers names;
  private final KeptApart apart;
  private final FindMeetings meetings;
  private final Categories categories;
  private final Transactions transactions;
  private final Clock clock;

  MatchRequestViews(
      MatchingPorts ports,
      MatchRequestStore store,
      LivePools pools,
      MatchingNeighbours neighbours,
      Categories categories) {
    requests = ports.requests();
    proposals = ports.proposals();
    transactions = ports.transactions();
    clock = ports.clock();
    this.store = store;
    this.pools = pools;
    this.categories = categories;
    names = neighbours.members().names();
    apart = neighbours.members().apart();
    meetings = neighbours.meetings().find();
  }

  MatchRequestView view(Caller caller, MatchRequestId id) {
    return transactions.read(() -> of(store.ownOf(caller, id).snapshot()));
  }

  /** Within a running transaction. */
  MatchRequestView of(MatchRequest.Snapshot request) {
    return of(List.of(request)).getFirst();
  }

  /**
   * What the view of a new request tells of others. It is read before the request is stored: what
   * fails then has left nothing behind.
   *
   * @param waiting how many wait in its category
   * @param nicknames of the friends who are asked to come along
   */
  record Surroundings(long waiting, Map<MemberId, String> nicknames) {}

  /** Within a running transaction. */
  Surroundings surroundings(CategoryKey category, List<MemberId> friends, Instant now) {
    return new Surroundings(
        requests.countWaiting(category, now), friends.isEmpty() ? Map.of() : names.names(friends));
  }

  MatchRequestView ofNew(MatchRequest.Snapshot stored, Surroundings surroundings) {
    boolean waits = stored.status() == MatchRequestStatus.WAITING;
    return new MatchRequestView(
        stored,
        surroundings.waiting() + (waits ? 1 : 0),
        party(stored, stored, surroundings.nicknames()),
        waits ? pools.outlook(stored) : Optional.empty(),
        Optional.empty(),
        List.of());
  }

  Page<MatchRequestView> list(Caller caller, PageRequest page) {
    return transactions.read(() -> {
      Page<MatchRequest.Snapshot> found = requests.of(caller.id(), page);
      return new Page<>(of(found.items()), found.next());
    });
  }

  List<InvitationView> invitations(Caller caller) {
    return transactions.read(() -> {
      Set<MemberId> others = apart.of(List.of(caller.id())).getOrDefault(caller.id(), Set.of());
      List<MatchRequest.Snapshot> found =
          requests.inviting(caller.id(), MOST_INVITATIONS).stream()
              .filter(request -> Collections.disjoint(others, request.members()))
              .toList();
      Map<MemberId, String> nicknames =
          names.names(found.stream().map(MatchRequest.Snapshot::member).toList());
      return found.stream()
          .map(request ->
              new InvitationView(request, Optional.ofNullable(nicknames.get(request.member()))))
          .toList();
    });
  }

  private List<MatchRequestView> of(List<MatchRequest.Snapshot> found) {
    Map<MatchRequestId, MatchRequest.Snapshot> leading = leading(found);
    Map<MemberId, String> nicknames = nicknames(found, leading);
    Map<MeetingId, Participation> groups = groups(found);
    Map<CategoryKey, Long> waiting = new HashMap<>();
    return found.stream()
        .map(request -> {
          MatchRequest.Snapshot leader = leading.getOrDefault(request.id(), request);
          Optional<MatchRequestView.Proposal> proposal = proposal(request);
          return new MatchRequestView(
              request,
              waiting.computeIfAbsent(
                  request.category(), key -> requests.countWaiting(key, clock.now())),
              party(request, leader, nicknames),
              request.status() == MatchRequestStatus.WAITING
                  ? pools.outlook(request)
                  : Optional.empty(),
              proposal,
              relaxed(request, proposal, groups));
        })
        .toList();
  }

  /** The meetings of those for whom something may have been relaxed. */
  private Map<MeetingId, Participation> groups(List<MatchRequest.Snapshot> found) {
    Set<MeetingId> ids = new HashSet<>();
    found.stream()
        .filter(request -> !request.wish().relaxations().isEmpty())
        .forEach(request -> request.meeting().ifPresent(ids::add));
    return ids.isEmpty() ? Map.of() : meetings.find(ids);
  }

  private List<String> relaxed(
      MatchRequest.Snapshot request,
      Optional<MatchRequestView.Proposal> proposal,
      Map<MeetingId, Participation> groups) {
    return proposal
        .map(found -> request.wish().stepsFor(found.agreed(), found.people()))
        .or(() ->
            request
                .meeting()
                .map(groups::get)
                .map(group ->
                    request
                        .wish()
                        .stepsFor(fixed(request.category(), group), group.members().size())))
        .orElse(List.of());
  }

  private AllOf fixed(CategoryKey key, Participation group) {
    return categories
        .find(key)
        .map(category -> category.fixed(group.agreed(), group.startsAt()))
        .orElse(group.agreed());
  }

  /** The leading requests of those that are companions, by companion. */
  private Map<MatchRequestId, MatchRequest.Snapshot> leading(List<MatchRequest.Snapshot> found) {
    Set<MatchRequestId> wanted = new HashSet<>();
    found.forEach(request -> request.leader().ifPresent(wanted::add));
    Map<MatchRequestId, MatchRequest.Snapshot> leading = new HashMap<>();
    if (!wanted.isEmpty()) {
      for (MatchRequest request : requests.findAll(wanted)) {
        MatchRequest.Snapshot leader = request.snapshot();
        found.stream()
            .filter(companion -> companion.leader().equals(Optional.of(leader.id())))
            .forEach(companion -> leading.put(companion.id(), leader));
      }
    }
    return leading;
  }

  private Map<MemberId, String> nicknames(
      List<MatchRequest.Snapshot> found, Map<MatchRequestId, MatchRequest.Snapshot> leading) {
    Set<MemberId> friends = new HashSet<>();
    found.forEach(request -> request.invitations().forEach(each -> friends.add(each.member())));
    leading
        .values()
        .forEach(leader -> {
          friends.add(leader.member());
          leader.invitations().forEach(each -> friends.add(each.member()));
        });
    return friends.isEmpty() ? Map.of() : names.names(friends);
  }

  /** What friends answered who do not come is for the one alone who asked them. */
  private static List<Companion> party(
      MatchRequest.Snapshot request,
      MatchRequest.Snapshot leader,
      Map<MemberId, String> nicknames) {
    List<Companion> party = new ArrayList<>();
    boolean leads = leader.id().equals(request.id());
    if (!leads) {
      party.add(companion(leader.member(), Invitation.Answer.ACCEPTED, nicknames));
    }
    leader.invitations().stream()
        .filter(each -> !each.member().equals(request.member()))
        .filter(each -> leads || each.answer() == Invitation.Answer.ACCEPTED)
        .forEach(each -> party.add(companion(each.member(), each.answer(), nicknames)));
    return party;
  }

  private static Companion companion(
      MemberId member, Invitation.Answer answer, Map<MemberId, String> nicknames) {
    return new Companion(member, Optional.ofNullable(nicknames.get(member)), answer);
  }

  private Optional<MatchRequestView.Proposal> proposal(MatchRequest.Snapshot request) {
    return request
        .proposal()
        .flatMap(proposals::find)
        .map(MatchProposal::snapshot)
        .map(found ->
            new MatchRequestView.Proposal(
                found.agreed(),
                found.seats().size(),
                (int) found.seats().stream().filter(MatchProposal.Seat::accepted).count(),
                found.seats().stream()
                    .anyMatch(seat -> seat.request().equals(request.id()) && seat.accepted()),
                found.respondBy()));
  }
}
