package dev.moim.application.matching.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;

/** Lists a member's own match requests, the latest submitted first. */
@FunctionalInterface
public interface ListMatchRequests {
  Page<MatchRequestView> list(Caller caller, PageRequest page);
}
