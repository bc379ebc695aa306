package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.RunMatchingPass;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Locks;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.Candidate;
import dev.moim.domain.matching.Group;
import dev.moim.domain.matching.GroupMatcher;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads who waits in one transaction, forms groups outside any, and commits each group in its own.
 * A group of which somebody has cancelled, expired or been matched meanwhile is given up alone; its
 * others stay in the game at once, because the pass then starts over with those who still wait.
 */
final class RunMatchingPassService implements RunMatchingPass {
  /** Bounds the search to some milliseconds: whoever submits waits for it. */
  private static final long STEPS = 500_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final MatchRequests requests;
  private final MatchRequestStore store;
  private final Categories categories;
  private final FormMeeting formMeeting;
  private final Locks locks;
  private final Transactions transactions;
  private final Clock clock;

  RunMatchingPassService(
      MatchRequests requests,
      MatchRequestStore store,
      Categories categories,
      FormMeeting formMeeting,
      Locks locks,
      Transactions transactions,
      Clock clock) {
    this.requests = requests;
    this.store = store;
    this.categories = categories;
    this.formMeeting = formMeeting;
    this.locks = locks;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Result run(CategoryKey pool) {
    return locks
        .whileHolding("matching:" + pool, PATIENCE, () -> matchUntilSettled(categories.get(pool)))
        .orElseThrow(() -> new ConcurrencyConflict("another pass holds the pool " + pool));
  }

  /** Each round that loses a group had somebody leave the pool, so the rounds come to an end. */
  private Result matchUntilSettled(Category category) {
    int formed = 0;
    int lost = 0;
    while (true) {
      int lostBefore = lost;
      for (Group<MatchRequestId> group : groupsOfWaiting(category)) {
        if (commit(category, group)) {
          formed++;
        } else {
          lost++;
        }
      }
      if (lost == lostBefore) {
        return new Result(formed, lost);
      }
    }
  }

  private List<Group<MatchRequestId>> groupsOfWaiting(Category category) {
    List<Candidate<MatchRequestId>> waiting =
        transactions.read(() -> requests.waiting(category.key(), clock.now())).stream()
            .map(RunMatchingPassService::candidate)
            .toList();
    return waiting.size() < 2
        ? List.of()
        : GroupMatcher.groups(category, waiting, waiting.size(), STEPS);
  }

  private static Candidate<MatchRequestId> candidate(MatchRequest.Snapshot request) {
    return new Candidate<>(
        request.id(), 1, request.condition(), request.size(), request.submittedAt(), Set.of());
  }

  private boolean commit(Category category, Group<MatchRequestId> group) {
    try {
      transactions.writeOnly(() -> bringTogether(category, group));
      return true;
    } catch (DomainException e) {
      if (e.code() == MatchingError.REQUEST_NOT_WAITING) {
        return false;
      }
      throw e;
    }
  }

  private void bringTogether(Category category, Group<MatchRequestId> group) {
    Instant now = clock.now();
    List<MatchRequest> members = new ArrayList<>();
    for (MatchRequestId id : group.members()) {
      members.add(store.get(id));
    }
    MeetingId meeting =
        formMeeting.form(
            new FormMeeting.Command(
                category.key(),
                group.agreed(),
                members.stream().map(member -> member.snapshot().member()).toList(),
                new MeetingSource.RandomMatch(),
                Optional.empty()));
    for (MatchRequest member : members) {
      member.match(meeting, now);
      store.save(member);
    }
  }
}
