package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.AnswerInvitation;
import dev.moim.application.matching.port.in.AnswerProposal;
import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.ComparePool;
import dev.moim.application.matching.port.in.DryRunPool;
import dev.moim.application.matching.port.in.ExpireMatchRequests;
import dev.moim.application.matching.port.in.ExpireProposals;
import dev.moim.application.matching.port.in.InspectPools;
import dev.moim.application.matching.port.in.ListInvitations;
import dev.moim.application.matching.port.in.ListMatchRequests;
import dev.moim.application.matching.port.in.ListPools;
import dev.moim.application.matching.port.in.RepeatMatchRequest;
import dev.moim.application.matching.port.in.RunPool;
import dev.moim.application.matching.port.in.StartMatchRequest;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.matching.port.in.ViewMatchRequest;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.PersonalData;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.MatchRequestEvent.CompanionAnswered;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestCancelled;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestReturned;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestSubmitted;
import dev.moim.domain.meeting.MeetingEvent.MeetingCalledOff;
import dev.moim.domain.meeting.MeetingEvent.MemberCannotCome;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.room.RoomEvent;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be done with match requests, wired to its ports.
 *
 * @param hearing has the pools look at what has changed, and ends the requests of members who may
 *     not act any more; a time too many changes nothing
 */
public record MatchingUseCases(
    SubmitMatchRequest submitMatchRequest,
    RepeatMatchRequest repeatMatchRequest,
    StartMatchRequest startMatchRequest,
    CancelMatchRequest cancelMatchRequest,
    ViewMatchRequest viewMatchRequest,
    ListMatchRequests listMatchRequests,
    ListInvitations listInvitations,
    AnswerInvitation answerInvitation,
    AnswerProposal answerProposal,
    RunPool runPool,
    ComparePool comparePool,
    ExpireMatchRequests expireMatchRequests,
    ExpireProposals expireProposals,
    ListPools listPools,
    InspectPools inspectPools,
    DryRunPool dryRunPool,
    EventConsumer hearing,
    PersonalData personalData) {
  public static MatchingUseCases of(
      MatchingPorts ports,
      MatchingNeighbours neighbours,
      Categories categories,
      MatchingSettings settings,
      ZoneId zone) {
    var store = new MatchRequestStore(ports.requests(), ports.outbox());
    var parties = new PartyStore(ports.requests(), store);
    var pools = pools(ports, neighbours, categories, settings, zone, store, parties);
    var views = new MatchRequestViews(ports, store, pools, neighbours, categories);
    var poolViews = new PoolViews(categories, settings, pools, ports);
    var seats = new MeetingSeats(ports, store, parties, neighbours.meetings());
    var submission = new Submission(ports, store, parties, seats, views, neighbours, settings);
    var party =
        new PartyService(submission, ports, store, parties, views, neighbours.members().apart());
    var proposals =
        new ProposalService(categories, settings, zone, ports, neighbours, store, views);
    var cancelling = new CancelMatchRequestService(ports, store, parties, proposals);
    var inactive =
        new InactiveRequestsService(
            ports.requests(), cancelling, neighbours.members().active(), ports.transactions());
    return new MatchingUseCases(
        new SubmitMatchRequestService(
            submission, categories, settings, neighbours.members().find(), ports.clock()),
        new RepeatMatchRequestService(
            submission, store, categories, settings, neighbours.members().names(), ports),
        party::start,
        cancelling,
        views::view,
        views::list,
        views::invitations,
        party::answer,
        proposals::answer,
        pools::run,
        pools::compare,
        new ExpireMatchRequestsService(ports, store, parties),
        proposals::expire,
        poolViews::list,
        poolViews::inspect,
        new DryRunPoolService(categories, zone, ports, neighbours.members().apart()),
        hearing(
            pools,
            inactive,
            seats,
            proposals,
            new SeatedRequestsService(ports, store, parties, neighbours.meetings().find())),
        new MatchingPersonalData(ports.requests(), ports.transactions()));
  }

  private static LivePools pools(
      MatchingPorts ports,
      MatchingNeighbours neighbours,
      Categories categories,
      MatchingSettings settings,
      ZoneId zone,
      MatchRequestStore store,
      PartyStore parties) {
    Map<CategoryKey, LivePool> pools = new HashMap<>();
    for (Category category : categories.all()) {
      PoolSettings pool = settings.of(category.key());
      pools.put(
          category.key(),
          new LivePool(
              category,
              pool,
              ports.transactions(),
              ports.clock(),
              new PoolContents(category, pool, zone, ports.requests(), neighbours),
              new GroupStore(category, pool, zone, ports, neighbours, store, parties)));
    }
    return new LivePools(pools, ports.signal(), ports.locks(), ports.clock());
  }

  private static EventConsumer hearing(
      LivePools pools,
      InactiveRequestsService inactive,
      MeetingSeats meetings,
      ProposalService proposals,
      SeatedRequestsService seated) {
    return EventConsumer.named("matching")
        .on(
            MatchRequestSubmitted.class,
            (id, e) -> {
              inactive.cancel(e.request(), e.member());
              pools.hint(e.category(), e.request());
            })
        .on(MatchRequestCancelled.class, (id, e) -> pools.hint(e.category(), e.request()))
        .on(
            MatchRequestReturned.class,
            (id, e) -> {
              inactive.cancel(e.request(), e.member());
              pools.hint(e.category(), e.request());
            })
        .on(
            CompanionAnswered.class,
            (id, e) -> {
              inactive.cancelAllOf(e.companion());
              pools.hint(e.category(), e.request());
            })
        .on(RoomEvent.RoomOpened.class, (id, e) -> pools.hintAtRooms())
        .on(RoomEvent.MemberJoined.class, (id, e) -> pools.hintAtRooms())
        .on(RoomEvent.RoomChanged.class, (id, e) -> pools.hintAtRooms())
        .on(RoomEvent.OfferEnded.class, (id, e) -> pools.hintAtRooms())
        .on(
            RoomEvent.MemberLeft.class,
            (id, e) -> {
              seated.leave(e.room(), e.member(), e.seat());
              pools.hintAtRooms();
            })
        .on(RoomEvent.MemberRemoved.class, (id, e) -> seated.remove(e.room(), e.member()))
        .on(RoomEvent.RoomCancelled.class, (id, e) -> seated.cancel(e))
        .on(RoomEvent.RoomExpired.class, (id, e) -> seated.giveUp(e.room()))
        .on(RoomEvent.RoomHidden.class, (id, e) -> seated.hide(e))
        .on(
            MemberCannotCome.class,
            (id, e) -> {
              meetings.leave(e.meeting(), e.member());
              seated.missMeeting(e.meeting(), e.member());
              pools.hint(e.category(), e.meeting());
            })
        .on(MeetingCalledOff.class, (id, e) -> seated.callOff(e.meeting()))
        .on(
            MemberEvent.PersonallyBlocked.class,
            (id, e) -> {
              proposals.part(e.member(), e.other());
              pools.hint(List.of(e.member(), e.other()));
            })
        .on(
            MemberEvent.PersonallyUnblocked.class,
            (id, e) -> pools.hint(List.of(e.member(), e.other())))
        .on(MemberEvent.MemberWithdrew.class, (id, e) -> inactive.cancelAllOf(e.member()))
        .on(MemberEvent.MemberWarned.class, (id, e) -> inactive.cancelAllOf(e.member()))
        .build();
  }
}
