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
  private final PartyStore parties;
  private final MatchRequestViews views;
  private final KeptApart apart;

  PartyService(
      Submission submission,
      MatchingPorts ports,
      MatchRequestStore store,
      PartyStore parties,
      MatchRequestViews views,
      KeptApart apart) {
    this.submission = submission;
    this.ports = ports;
    this.store = store;
    this.parties = parties;
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
            Party party = parties.of(invitationOf(command));
            party.leading().decline(friend, ports.clock().now());
            save(party);
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
                  Party party = parties.of(invitationOf(command));
                  requireGoodCompany(friend, party.leading().snapshot());
                  submission.makeWay(friend, asked.category(), now);
                  MatchRequest own = party.leading().accept(friend, companion, now);
                  save(party);
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
          Party party = parties.of(store.ownOf(caller, id));
          party.leading().startWithoutTheRest(ports.clock().now());
          return views.of(save(party));
        });
  }

  private MatchRequest.Snapshot save(Party party) {
    party.follow();
    return parties.save(party);
  }
}
