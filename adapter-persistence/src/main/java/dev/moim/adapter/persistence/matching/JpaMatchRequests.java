package dev.moim.adapter.persistence.matching;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.LatestFirst;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class JpaMatchRequests implements MatchRequests {
  private static final String WAITING = MatchRequestStatus.WAITING.name();
  private static final LatestFirst<MatchRequestRow> OF_MEMBER =
      new LatestFirst<>(
          MatchRequestRow.class, "from MatchRequestRow r", "r.memberId", "r.submittedAt", "r.id");

  private final CurrentSession current;
  private final AggregateRows<MatchRequestRow> rows;
  private final WaitingCounts waitingCounts = new WaitingCounts();

  JpaMatchRequests(CurrentSession current) {
    this.current = current;
    rows = new AggregateRows<>(current, MatchRequestRow.class, MatchRequestRow::new);
  }

  @Override
  public Optional<MatchRequest> find(MatchRequestId id) {
    return rows.find(id.value()).map(MatchRequestMapper::read).map(MatchRequest::restore);
  }

  @Override
  public Optional<MatchRequestId> liveOf(MemberId member, CategoryKey category) {
    return current
        .reading()
        .createSelectionQuery(
            "select r.id from MatchRequestRow r where r.liveKey = :key", UUID.class)
        .setParameter("key", MatchRequestMapper.liveKey(member, category))
        .uniqueResultOptional()
        .map(MatchRequestId::new);
  }

  @Override
  public List<MatchRequest.Snapshot> waiting(CategoryKey category, Instant now) {
    return current
        .reading()
        .createSelectionQuery(
            "from MatchRequestRow r where r.category = :category and r.status = :waiting"
                + " and r.expiresAt > :now order by r.category, r.status, r.submittedAt, r.id",
            MatchRequestRow.class)
        .setParameter("category", category.value())
        .setParameter("waiting", WAITING)
        .setParameter("now", now)
        .getResultList()
        .stream()
        .map(MatchRequestMapper::read)
        .toList();
  }

  @Override
  public long countWaiting(CategoryKey category, Instant now) {
    return waitingCounts.of(category, now, () -> count(category, now));
  }

  private long count(CategoryKey category, Instant now) {
    return current
        .reading()
        .createSelectionQuery(
            "select count(*) from MatchRequestRow r"
                + " where r.category = :category and r.status = :waiting and r.expiresAt > :now",
            Long.class)
        .setParameter("category", category.value())
        .setParameter("waiting", WAITING)
        .setParameter("now", now)
        .getSingleResult();
  }

  @Override
  public List<MatchRequestId> overdue(Instant now, int limit) {
    return current
        .reading()
        .createSelectionQuery(
            "select r.id from MatchRequestRow r where r.status = :waiting and r.expiresAt <= :now"
                + " order by r.status, r.expiresAt, r.id",
            UUID.class)
        .setParameter("waiting", WAITING)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(MatchRequestId::new)
        .toList();
  }

  @Override
  public Page<MatchRequest.Snapshot> of(MemberId member, PageRequest page) {
    List<MatchRequest.Snapshot> found =
        OF_MEMBER.rows(current.reading(), member.value(), page).stream()
            .map(MatchRequestMapper::read)
            .toList();
    return Page.of(
        found, page.limit(), request -> new Position(request.submittedAt(), request.id().value()));
  }

  @Override
  public MatchRequest.Snapshot save(MatchRequest request) {
    MatchRequest.Snapshot state = request.snapshot();
    MatchRequestRow stored =
        rows.save(state.id().value(), state.version(), row -> MatchRequestMapper.write(state, row));
    return MatchRequestMapper.read(stored);
  }
}
