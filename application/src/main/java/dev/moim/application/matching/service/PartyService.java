package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.AnswerInvitation;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.member.port.in.KeptApart;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Friends come along, or do not; then the party begins to wait. */
final class PartyService {
  private final Submission submission;
  private final MatchingPorts ports;
  private final MatchRequestStore store;
  private final MatchRequestViews views;
  private final KeptApart apart;

  PartyService(
      Submission submission,
      MatchingPorts ports,
      MatchRequestStore store,
      MatchRequestViews views,
      KeptApart apart) {
    this.submission = submission;
    this.ports = ports;
    this.store = store;
    this.views = views;
    this.apart = apart;
  }

  MatchRequestId answer(AnswerInvitation.Command command) {
    MemberId friend = command.caller().id();
    MatchRequestId companion = new MatchRequestId(ports.ids().next());
    MatchRequest.Snapshot asked = ports.transactions().read(() -> invitationOf(command).snapshot());
    if (!command.accepts()) {
      ports
          .transactions()
          .writeOnly(() -> {
            MatchRequest leading = invitationOf(command);
            List<MatchRequest> companions = store.companionsOf(leading);
            leading.decline(friend, ports.clock().now());
            save(leading, companions);
          });
      return command.request();
    }
    return submission.namingTheLiveOne(
        friend,
        asked.category(),
        () ->
            ports
                .transactions()
                .write(() -> {
                  Instant now = ports.clock().now();
                  MatchRequest leading = invitationOf(command);
                  List<MatchRequest> companions = store.companionsOf(leading);
                  requireGoodCompany(friend, leading.snapshot());
                  submission.makeWay(friend, asked.category(), now);
                  MatchRequest own = leading.accept(friend, companion, now);
                  save(leading, companions);
                  store.save(own);
                  return companion;
                }));
  }

  /** Nobody comes along with one whom they keep apart from; they are not told with whom. */
  private void requireGoodCompany(MemberId friend, MatchRequest.Snapshot leading) {
    Set<MemberId> others = apart.of(List.of(friend)).getOrDefault(friend, Set.of());
    if (!Collections.disjoint(others, leading.members())) {
      throw MatchingError.INVITATION_CLOSED.exception();
    }
  }

  /** A request of which the caller knows because they were asked; all others do not exist. */
  private MatchRequest invitationOf(AnswerInvitation.Command command) {
    return ports
        .requests()
        .find(command.request())
        .filter(request ->
            request.snapshot().invitations().stream()
                .anyMatch(each -> command.caller().is(each.member())))
        .orElseThrow(MatchingError.NOT_INVITED::exception);
  }

  MatchRequestView start(Caller caller, MatchRequestId id) {
    return ports
        .transactions()
        .write(() -> {
          MatchRequest leading = store.ownOf(caller, id);
          List<MatchRequest> companions = store.companionsOf(leading);
          leading.startWithoutTheRest(ports.clock().now());
          return views.of(save(leading, companions));
        });
  }

  private MatchRequest.Snapshot save(MatchRequest leading, List<MatchRequest> companions) {
    MatchRequest.Snapshot stored = store.save(leading);
    for (MatchRequest companion : companions) {
      companion.follow(leading);
      store.save(companion);
    }
    return stored;
  }
}
