package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Validation;
import java.time.Instant;
import java.util.Optional;

final class SubmitMatchRequestService implements SubmitMatchRequest {
  private final MatchRequests requests;
  private final MatchRequestStore store;
  private final Categories categories;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  SubmitMatchRequestService(
      MatchRequests requests,
      MatchRequestStore store,
      Categories categories,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.requests = requests;
    this.store = store;
    this.categories = categories;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public MatchRequestView submit(Command command) {
    Category category = categories.named(command.category());
    Instant now = clock.now();
    var validation = new Validation();
    Optional<AllOf> condition =
        validation.check("/condition", () -> category.read(command.condition(), now));
    Optional<GroupSize> size = validation.check("/size", () -> size(category, command));
    validation.orThrow();
    MemberId member = command.caller().id();
    try {
      return transactions.write(() -> {
        requests.liveOf(member, category.key()).ifPresent(live -> endIfOverdue(live, now));
        MatchRequest request =
            MatchRequest.submit(
                new MatchRequestId(ids.next()),
                member,
                category,
                condition.orElseThrow(),
                size.orElseThrow(),
                command.expiresAt(),
                now);
        MatchRequest.Snapshot stored = store.save(request);
        return new MatchRequestView(stored, requests.countWaiting(category.key(), now));
      });
    } catch (DomainException refusal) {
      throw refusal.code() == MatchingError.LIVE_REQUEST_EXISTS
          ? transactions.read(() -> liveOf(member, category)).orElse(refusal)
          : refusal;
    }
  }

  /**
   * A request whose time is over, which the expiry has not reached yet, makes way.
   *
   * @throws DomainException LIVE_REQUEST_EXISTS if the request still waits
   */
  private void endIfOverdue(MatchRequestId id, Instant now) {
    MatchRequest live = store.get(id);
    if (live.isWaiting(now)) {
      throw MatchingError.LIVE_REQUEST_EXISTS.because("matchRequestId", id);
    }
    live.expire(now);
    store.save(live);
  }

  /** Names the live request; who lost a race for it is refused by the store, which names none. */
  private Optional<DomainException> liveOf(MemberId member, Category category) {
    return requests
        .liveOf(member, category.key())
        .map(live -> MatchingError.LIVE_REQUEST_EXISTS.because("matchRequestId", live));
  }

  private static GroupSize size(Category category, Command command) {
    int min = command.sizeMin().orElse(category.sizes().min());
    int max = command.sizeMax().orElse(Math.max(min, category.usualSize()));
    return category.size(min, max);
  }
}
