package dev.moim.adapter.persistence.matching;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.ConditionJson;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.LatestFirst;
import dev.moim.adapter.persistence.shared.Parts;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

final class JpaMatchRequests implements MatchRequests {
  private static final String WAITING = MatchRequestStatus.WAITING.name();

  /** Named one by one, so that the index on category, status and time serves. */
  private static final List<String> BEGUN =
      Arrays.stream(MatchRequestStatus.values())
          .filter(status -> status != MatchRequestStatus.INVITING)
          .map(MatchRequestStatus::name)
          .toList();

  private static final String WITH_INVITATIONS =
      "from MatchRequestRow r left join fetch r.invitations";
  private static final String WAITS = "r.status = 'WAITING' and r.leaderId is null";
  private static final String IS_IN_OPEN_GROUP =
      "r.openUntil is not null and r.status = 'MATCHED' and r.leaderId is null";
  private static final Comparator<MatchRequest.Snapshot> OLDEST_FIRST =
      Comparator.comparing(MatchRequest.Snapshot::submittedAt)
          .thenComparing(request -> request.id().value());
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
  public List<MatchRequest> findAll(Collection<MatchRequestId> ids) {
    return inParts(ids.stream().map(MatchRequestId::value).toList(), "r.id in :ids")
        .map(MatchRequestMapper::read)
        .map(MatchRequest::restore)
        .toList();
  }

  @Override
  public List<MatchRequest.Snapshot> inPool(CategoryKey category) {
    List<PoolRow> found =
        Stream.of(WAITS, IS_IN_OPEN_GROUP)
            .flatMap(which ->
                inPool(PoolRow.class, PoolRow.COLUMNS + " from MatchRequestRow r", which, category))
            .toList();
    // Afterwards: whoever comes or goes meanwhile has another version then, or is not among them.
    Map<UUID, List<Invitation>> friends = new HashMap<>();
    Stream.of(WAITS, IS_IN_OPEN_GROUP)
        .flatMap(which ->
            inPool(
                MatchRequestRow.class,
                "from MatchRequestRow r join fetch r.invitations",
                which,
                category))
        .forEach(row -> friends.put(row.id(), MatchRequestMapper.invitations(row)));
    // Many want the same; and reading a condition is a good part of reading a request.
    Map<String, AllOf> conditions = new HashMap<>();
    return found.stream()
        .map(row ->
            row.snapshot(
                category,
                friends.getOrDefault(row.id(), List.of()),
                text -> conditions.computeIfAbsent(text, ConditionJson::read)))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  private <T> Stream<T> inPool(Class<T> type, String from, String which, CategoryKey category) {
    return current
        .reading()
        .createSelectionQuery(from + " where r.category = :category and " + which, type)
        .setParameter("category", category.value())
        .getResultList()
        .stream();
  }

  @Override
  public Map<MatchRequestId, Version> versionsInPool(CategoryKey category) {
    Map<MatchRequestId, Version> versions = new HashMap<>();
    Stream.of(WAITS, IS_IN_OPEN_GROUP)
        .flatMap(which ->
            inPool(
                Object[].class, "select r.id, r.version from MatchRequestRow r", which, category))
        .forEach(
            row -> versions.put(new MatchRequestId((UUID) row[0]), new Version((long) row[1])));
    return versions;
  }

  @Override
  public List<MatchRequest.Snapshot> ofMeetings(Collection<MeetingId> meetings) {
    return inParts(
            meetings.stream().map(MeetingId::value).toList(),
            "r.meetingId in :ids and r.leaderId is null and r.status = 'MATCHED'")
        .map(MatchRequestMapper::read)
        .toList();
  }

  @Override
  public Optional<MatchRequestId> ofMeeting(MeetingId meeting, MemberId member) {
    return current
        .reading()
        .createSelectionQuery(
            "select r.id from MatchRequestRow r where r.meetingId = :meeting"
                + " and r.memberId = :member and r.status = 'MATCHED'",
            UUID.class)
        .setParameter("meeting", meeting.value())
        .setParameter("member", member.value())
        .uniqueResultOptional()
        .map(MatchRequestId::new);
  }

  @Override
  public List<MatchRequest.Snapshot> seatedIn(RoomId room) {
    return current
        .reading()
        .createSelectionQuery(
            WITH_INVITATIONS + " where r.roomId = :room and r.status = 'MATCHED'",
            MatchRequestRow.class)
        .setParameter("room", room.value())
        .getResultList()
        .stream()
        .map(MatchRequestMapper::read)
        .toList();
  }

  private Stream<MatchRequestRow> inParts(List<UUID> ids, String condition) {
    return Parts.of(ids)
        .flatMap(part ->
            current
                .reading()
                .createSelectionQuery(
                    WITH_INVITATIONS + " where " + condition, MatchRequestRow.class)
                .setParameterList("ids", part)
                .getResultList()
                .stream());
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
  public List<MatchRequest.Snapshot> submittedBetween(
      CategoryKey category, Instant from, Instant to, int limit) {
    List<UUID> ids =
        current
            .reading()
            .createSelectionQuery(
                "select r.id from MatchRequestRow r"
                    + " where r.category = :category and r.status in :begun"
                    + " and r.submittedAt >= :from and r.submittedAt < :to and r.leaderId is null"
                    + " order by r.submittedAt, r.id",
                UUID.class)
            .setParameter("category", category.value())
            .setParameterList("begun", BEGUN)
            .setParameter("from", from)
            .setParameter("to", to)
            .setMaxResults(limit)
            .getResultList();
    return inParts(ids, "r.id in :ids").map(MatchRequestMapper::read).sorted(OLDEST_FIRST).toList();
  }

  @Override
  public List<MatchRequestId> overdue(MatchRequestStatus status, Instant now, int limit) {
    return current
        .reading()
        .createSelectionQuery(
            "select r.id from MatchRequestRow r where r.status = :status and r.expiresAt <= :now"
                + " order by r.status, r.expiresAt, r.id",
            UUID.class)
        .setParameter("status", status.name())
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
  public List<MatchRequest.Snapshot> inviting(MemberId friend, int limit) {
    List<UUID> ids =
        current
            .reading()
            .createSelectionQuery(
                "select r.id from MatchRequestRow r join r.invitations i"
                    + " where i.memberId = :friend and i.answer = 'OPEN' and r.status = 'INVITING'"
                    + " order by r.submittedAt desc, r.id desc",
                UUID.class)
            .setParameter("friend", friend.value())
            .setMaxResults(limit)
            .getResultList();
    return inParts(ids, "r.id in :ids")
        .map(MatchRequestMapper::read)
        .sorted(OLDEST_FIRST.reversed())
        .toList();
  }

  @Override
  public MatchRequest.Snapshot save(MatchRequest request) {
    MatchRequest.Snapshot state = request.snapshot();
    MatchRequestRow stored =
        rows.save(state.id().value(), state.version(), row -> MatchRequestMapper.write(state, row));
    return MatchRequestMapper.read(stored);
  }
}
