package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.in.RepeatMatchRequest;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

final class RepeatMatchRequestService implements RepeatMatchRequest {
  private final Submission submission;
  private final MatchRequestStore store;
  private final Categories categories;
  private final MatchingPorts ports;

  RepeatMatchRequestService(
      Submission submission, MatchRequestStore store, Categories categories, MatchingPorts ports) {
    this.submission = submission;
    this.store = store;
    this.categories = categories;
    this.ports = ports;
  }

  @Override
  public MatchRequestView repeat(Caller caller, MatchRequestId earlier) {
    MatchRequest.Snapshot before =
        ports.transactions().read(() -> store.ownOf(caller, earlier).snapshot());
    Category category = categories.get(before.category());
    Instant now = ports.clock().now();
    Duration patience = Duration.between(before.submittedAt(), before.expiresAt());
    return submission.submit(
        caller,
        category,
        before.wish(),
        before.invitations().stream().map(Invitation::member).toList(),
        Optional.of(now.plus(longest(patience, Category.LEAST_PATIENCE))));
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
