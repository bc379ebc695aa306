package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.ExpireMatchRequests;
import dev.moim.application.matching.port.in.ListMatchRequests;
import dev.moim.application.matching.port.in.RunMatchingPass;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.matching.port.in.ViewMatchRequest;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.member.port.in.CheckActive;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Locks;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestSubmitted;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.shared.Clock;

/**
 * What can be done with match requests, wired to its ports.
 *
 * @param trigger runs a pass over a pool when a request came into it, and cancels the requests of
 *     members who may not act any more; a time too many changes nothing
 */
public record MatchingUseCases(
    SubmitMatchRequest submitMatchRequest,
    CancelMatchRequest cancelMatchRequest,
    ViewMatchRequest viewMatchRequest,
    ListMatchRequests listMatchRequests,
    RunMatchingPass runMatchingPass,
    ExpireMatchRequests expireMatchRequests,
    EventConsumer trigger,
    PersonalData personalData) {
  public static MatchingUseCases of(
      MatchRequests requests,
      Categories categories,
      FormMeeting formMeeting,
      CheckActive checkActive,
      Locks locks,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    var store = new MatchRequestStore(requests, outbox);
    var viewing = new ViewMatchRequestsService(requests, store, transactions, clock);
    var pass =
        new RunMatchingPassService(
            requests, store, categories, formMeeting, locks, transactions, clock);
    var inactive = new InactiveRequestsService(requests, store, checkActive, transactions, clock);
    return new MatchingUseCases(
        new SubmitMatchRequestService(requests, store, categories, transactions, ids, clock),
        new CancelMatchRequestService(store, transactions, clock),
        viewing::view,
        viewing::list,
        pass,
        new ExpireMatchRequestsService(requests, store, transactions, clock),
        EventConsumer.named("matching")
            .on(
                MatchRequestSubmitted.class,
                (id, e) -> {
                  inactive.cancel(e.request(), e.member());
                  pass.run(e.category());
                })
            .on(MemberEvent.MemberWithdrew.class, (id, e) -> inactive.cancelAllOf(e.member()))
            .on(MemberEvent.MemberWarned.class, (id, e) -> inactive.cancelAllOf(e.member()))
            .build(),
        new MatchingPersonalData(requests, transactions));
  }
}
