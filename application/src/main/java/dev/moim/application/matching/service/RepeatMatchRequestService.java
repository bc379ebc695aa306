package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.in.RepeatMatchRequest;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class RepeatMatchRequestService implements RepeatMatchRequest {
  private final Submission submission;
  private final MatchRequestStore store;
  private final Categories categories;
  private final MatchingSettings settings;
  private final NameMembers names;
  private final MatchingPorts ports;

  RepeatMatchRequestService(
      Submission submission,
      MatchRequestStore store,
      Categories categories,
      MatchingSettings settings,
      NameMembers names,
      MatchingPorts ports) {
    this.submission = submission;
    this.store = store;
    this.categories = categories;
    this.settings = settings;
    this.names = names;
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
        stillOffered(before.wish(), category),
        friends(before),
        Optional.of(now.plus(longest(patience, Category.LEAST_PATIENCE))));
  }

  private MatchRequest.Wish stillOffered(MatchRequest.Wish wish, Category category) {
    Set<String> consented =
        wish.relaxations().stream().map(Relaxation::name).collect(Collectors.toSet());
    return new MatchRequest.Wish(
        wish.condition(),
        wish.size(),
        settings.of(category.key()).relaxations().stream()
            .filter(step -> consented.contains(step.name()))
            .toList(),
        wish.fillRooms());
  }

  /** Those who came along or were asked to, and who have not left the community. */
  private List<MemberId> friends(MatchRequest.Snapshot before) {
    List<MemberId> friends = before.invitations().stream().map(Invitation::member).toList();
    Set<MemberId> there = names.names(friends).keySet();
    return friends.stream().filter(there::contains).toList();
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
