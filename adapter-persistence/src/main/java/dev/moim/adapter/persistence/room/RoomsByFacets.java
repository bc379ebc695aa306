package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.domain.condition.FacetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/**
 * Finds the rooms of a page that accept what is asked of some facets, in one statement for their
 * identifiers before those that read them.
 *
 * <p>One facet leads: for each value that is asked of it, an index over facet, value and order has
 * the rooms in the order of the list, and another one those of each status, so that each of these
 * branches reads as many entries as the page has, and the page is the first of all branches
 * together. The other facets are looked up in the room's row. So a page costs what it costs
 * wherever it lies; only rooms between that fit the first facet and not the others are read in
 * vain.
 */
final class RoomsByFacets {
  private final CurrentSession current;

  RoomsByFacets(CurrentSession current) {
    this.current = current;
  }

  List<RoomRow> rows(ListRooms.Query query) {
    List<UUID> ids = ids(query);
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, RoomRow> rows =
        current
            .reading()
            .createSelectionQuery("from RoomRow r where r.id in :ids", RoomRow.class)
            .setParameterList("ids", ids)
            .getResultList()
            .stream()
            .collect(Collectors.toMap(RoomRow::id, row -> row));
    return ids.stream().map(rows::get).toList();
  }

  private List<UUID> ids(ListRooms.Query query) {
    String column =
        switch (query.sort()) {
          case SOONEST -> "meets_at";
          case NEWEST -> "opened_at";
        };
    String way = query.sort() == ListRooms.Sort.SOONEST ? "" : " desc";
    int limit = query.page().limit() + 1;
    NavigableMap<FacetKey, Set<String>> facets = new TreeMap<>(query.facets());
    FacetKey leading = facets.firstKey();
    Set<String> values = FacetValues.lookedFor(facets.firstEntry().getValue());
    Map<FacetKey, Set<String>> others = facets.tailMap(leading, false);
    List<Object> parameters = new ArrayList<>();
    List<String> branches = new ArrayList<>();
    // What is fixed stands in the order only to let every database see the index's.
    String fixed =
        "f.category, f.facet, f.facet_value, " + (query.status().isPresent() ? "f.status, " : "");
    for (String value : values) {
      branches.add(
          "(select f.room_id, f.%s from room_facets f join rooms r on r.id = f.room_id where "
                  .formatted(column)
              + conditions(query, leading, value, others, column, parameters)
              + " order by "
              + fixed
              + "f.%1$s%2$s, f.room_id%2$s limit %3$d)".formatted(column, way, limit));
    }
    String sql =
        "select room_id from ("
            + String.join(" union ", branches)
            + ") found order by "
            + "%1$s%2$s, room_id%2$s limit %3$d".formatted(column, way, limit);
    NativeQuery<UUID> select = current.reading().createNativeQuery(sql, UUID.class);
    for (int i = 0; i < parameters.size(); i++) {
      select.setParameter(i + 1, parameters.get(i));
    }
    return select.getResultList();
  }

  private static String conditions(
      ListRooms.Query query,
      FacetKey leading,
      String value,
      Map<FacetKey, Set<String>> others,
      String column,
      List<Object> parameters) {
    var conditions = new Conditions(parameters);
    conditions.add("f.category = ?", query.category().orElseThrow().value());
    conditions.add("f.facet = ?", leading.value());
    conditions.add("f.facet_value = ?", value);
    query.status().ifPresent(status -> conditions.add("f.status = ?", status.name()));
    query.from().ifPresent(from -> conditions.add("f.meets_at >= ?", from));
    query.to().ifPresent(to -> conditions.add("f.meets_at < ?", to));
    query
        .page()
        .after()
        .ifPresent(position -> {
          String beyond = query.sort() == ListRooms.Sort.SOONEST ? ">" : "<";
          conditions.add(
              "f.%1$s %2$s= ? and (f.%1$s %2$s ? or f.room_id %2$s ?)".formatted(column, beyond),
              position.at(),
              position.at(),
              position.id());
        });
    query
        .member()
        .ifPresentOrElse(
            member ->
                conditions.add(
                    "exists (select 1 from seats s where s.room_id = f.room_id and s.member_id = ?)",
                    member.value()),
            () -> conditions.add("r.hidden = false"));
    if (query.onlyJoinable()) {
      conditions.add("r.has_free_seat = true");
    }
    others.forEach((facet, wanted) -> {
      Set<String> accepted = FacetValues.lookedFor(wanted);
      conditions.add(
          accepted.stream()
              .map(one -> "position(? in concat(';', r.facet_index, ';')) > 0")
              .collect(Collectors.joining(" or ", "(", ")")),
          accepted.stream().map(one -> ";%s=%s;".formatted(facet, one)).toArray());
    });
    return conditions.toString();
  }

  /** Conditions that all must hold, with their parameters numbered on. */
  private static final class Conditions {
    private final List<String> all = new ArrayList<>();
    private final List<Object> parameters;

    private Conditions(List<Object> parameters) {
      this.parameters = parameters;
    }

    private void add(String condition, Object... values) {
      var numbered = new StringBuilder();
      int next = parameters.size();
      for (int i = 0; i < condition.length(); i++) {
        numbered.append(condition.charAt(i));
        if (condition.charAt(i) == '?') {
          numbered.append(++next);
        }
      }
      parameters.addAll(List.of(values));
      all.add(numbered.toString());
    }

    @Override
    public String toString() {
      return String.join(" and ", all);
    }
  }
}
