package dev.moim.application.matching.port.in;

import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.member.Caller;
import java.util.List;
import java.util.Optional;

/** Lists what a member is asked to come along to and has not answered, the latest first. */
@FunctionalInterface
public interface ListInvitations {
  /**
   * @param nickname of the friend who asks; empty if they no longer exist
   */
  record InvitationView(MatchRequest.Snapshot request, Optional<String> nickname) {}

  List<InvitationView> list(Caller caller);
}
