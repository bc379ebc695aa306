package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Limit;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Position;
import dev.moim.domain.room.Room;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.SelectionQuery;

/**
 * Reads a page in two statements: the rooms, from the index of their filters, and their seats. Two
 * more follow where some wait or were removed, one goes before where facets are asked for, and one
 * ends it where others changed a room meanwhile ({@link WholeRooms}).
 */
final class JpaRoomList implements RoomList {
  private final CurrentSession current;
  private final RoomsByFacets byFacets;
  private final WholeRooms whole;

  JpaRoomList(CurrentSession current) {
    this.current = current;
    byFacets = new RoomsByFacets(current);
    whole = new WholeRooms(current);
  }

  @Override
  public Page<Room.Snapshot> page(ListRooms.Query query) {
    List<RoomRow> rows =
        query.facets().isEmpty() ? select(query).getResultList() : byFacets.rows(query);
    Page<RoomRow> page = Page.of(rows, query.page().limit(), row -> position(row, query.sort()));
    return new Page<>(whole.read(page.items()), page.next());
  }

  private static Position position(RoomRow room, ListRooms.Sort sort) {
    return new Position(
        switch (sort) {
          case SOONEST -> room.meetsAt;
          case NEWEST -> room.openedAt;
        },
        room.id());
  }

  private SelectionQuery<RoomRow> select(ListRooms.Query query) {
    List<String> conditions = new ArrayList<>();
    List<String> order = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    query
        .category()
        .ifPresent(category -> {
          conditions.add("r.category = :category");
          // What is fixed stands in the order only to let every database see the index's order.
          order.add("r.category");
          values.put("category", category.value());
        });
    query
        .status()
        .ifPresent(status -> {
          conditions.add("r.status = :status");
          order.add("r.status");
          values.put("status", status.name());
        });
    query
        .member()
        .ifPresentOrElse(
            member -> {
              // Stands alone, so that the member's few rooms lead the way and not all rooms.
              conditions.add(
                  "r.id in (select m.id from RoomRow m join m.seats s where s.memberId = :member)");
              values.put("member", member.value());
            },
            () -> conditions.add("r.hidden = false"));
    query
        .from()
        .ifPresent(from -> {
          conditions.add("r.meetsAt >= :from");
          values.put("from", from);
        });
    query
        .to()
        .ifPresent(to -> {
          conditions.add("r.meetsAt < :to");
          values.put("to", to);
        });
    if (query.onlyJoinable()) {
      conditions.add("r.notFull = true");
    }
    query
        .page()
        .after()
        .ifPresent(position -> {
          conditions.add(beyond(query.sort()));
          values.put("at", position.at());
          values.put("id", position.id());
        });
    order.add(
        switch (query.sort()) {
          case SOONEST -> "r.meetsAt, r.id";
          case NEWEST -> "r.openedAt desc, r.id desc";
        });
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    SelectionQuery<RoomRow> select =
        current
            .reading()
            .createSelectionQuery(
                "from RoomRow r"
                    + where
                    + " order by "
                    + String.join(", ", order)
                    + Limit.of(query.page().limit() + 1),
                RoomRow.class);
    values.forEach(select::setParameter);
    return select;
  }

  private static String beyond(ListRooms.Sort sort) {
    return switch (sort) {
      case SOONEST -> "r.meetsAt >= :at and (r.meetsAt > :at or r.id > :id)";
      case NEWEST -> "r.openedAt <= :at and (r.openedAt < :at or r.id < :id)";
    };
  }
}
