package dev.moim.adapter.persistence.meeting;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.LatestFirst;
import dev.moim.adapter.persistence.shared.Parts;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class JpaMeetings implements Meetings {
  private static final LatestFirst<MeetingRow> OF_MEMBER =
      new LatestFirst<>(
          MeetingRow.class,
          "select m from MeetingRow m join m.members p",
          "p.memberId",
          "p.formedAt",
          "m.id");

  private final CurrentSession current;
  private final AggregateRows<MeetingRow> rows;

  JpaMeetings(CurrentSession current) {
    this.current = current;
    rows = new AggregateRows<>(current, MeetingRow.class, MeetingRow::new);
  }

  @Override
  public Optional<Meeting> find(MeetingId id) {
    return rows.find(id.value()).map(MeetingMapper::read).map(Meeting::restore);
  }

  @Override
  public Optional<Meeting> ofRoom(RoomId room) {
    return current
        .reading()
        .createSelectionQuery(
            "from MeetingRow m left join fetch m.members where m.roomId = :room", MeetingRow.class)
        .setParameter("room", room.value())
        .uniqueResultOptional()
        .map(MeetingMapper::read)
        .map(Meeting::restore);
  }

  @Override
  public List<Meeting.Snapshot> all(Collection<MeetingId> ids) {
    return Parts.of(ids.stream().map(MeetingId::value).toList())
        .flatMap(part ->
            current
                .reading()
                .createSelectionQuery(
                    "select distinct m from MeetingRow m left join fetch m.members"
                        + " where m.id in :ids",
                    MeetingRow.class)
                .setParameterList("ids", part)
                .getResultList()
                .stream())
        .map(MeetingMapper::read)
        .toList();
  }

  @Override
  public Map<MemberId, Set<MemberId>> partners(
      Collection<MemberId> members, CategoryKey category, Instant since) {
    Map<MemberId, Set<MemberId>> partners = new HashMap<>();
    Parts.of(members.stream().map(MemberId::value).toList())
        .flatMap(part -> pairs(part, category, since).stream())
        .forEach(pair ->
            partners
                .computeIfAbsent(new MemberId(pair.member()), member -> new HashSet<>())
                .add(new MemberId(pair.partner())));
    return partners;
  }

  private List<Pair> pairs(List<UUID> members, CategoryKey category, Instant since) {
    return current
        .reading()
        .createSelectionQuery(
            "select distinct p.memberId as member, o.memberId as partner"
                + " from MeetingRow m join m.members p join m.members o"
                + " where p.memberId in :members and p.formedAt >= :since"
                + " and o.memberId <> p.memberId"
                + " and m.category = :category and m.status <> :cancelled",
            Pair.class)
        .setParameterList("members", members)
        .setParameter("since", since)
        .setParameter("category", category.value())
        .setParameter("cancelled", MeetingStatus.CANCELLED.name())
        .getResultList();
  }

  @Override
  public List<MeetingId> due(Instant now, int limit) {
    return current
        .reading()
        .createSelectionQuery(
            "select m.id from MeetingRow m where m.dueAt <= :now order by m.dueAt, m.id",
            UUID.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(MeetingId::new)
        .toList();
  }

  @Override
  public Page<Meeting.Snapshot> of(MemberId member, PageRequest page) {
    List<Meeting.Snapshot> found =
        OF_MEMBER.rows(current.reading(), member.value(), page).stream()
            .map(MeetingMapper::read)
            .toList();
    return Page.of(
        found, page.limit(), meeting -> new Position(meeting.formedAt(), meeting.id().value()));
  }

  @Override
  public Meeting.Snapshot save(Meeting meeting) {
    Meeting.Snapshot state = meeting.snapshot();
    MeetingRow stored =
        rows.save(state.id().value(), state.version(), row -> MeetingMapper.write(state, row));
    return MeetingMapper.read(stored);
  }

  /** That two have been brought together. */
  record Pair(UUID member, UUID partner) {}
}
