package dev.moim.adapter.persistence.meeting;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.adapter.persistence.shared.Limit;
import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Position;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.ScoreEntry;
import dev.moim.domain.meeting.ScoreReason;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ScoreEntryId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.query.SelectionQuery;

/** Inserts and reads; there is no statement here that changes or removes a row. */
final class JpaScores implements Scores {
  private final CurrentSession current;

  JpaScores(CurrentSession current) {
    this.current = current;
  }

  @Override
  public void add(List<ScoreEntry> entries) {
    entries.forEach(entry -> current.writing().persist(row(entry)));
  }

  @Override
  public long total(MemberId member, ViewScore.Filter filter) {
    Map<String, Object> values = new LinkedHashMap<>();
    String where = where(member, filter, values);
    SelectionQuery<Long> select =
        current
            .reading()
            .createSelectionQuery(
                "select coalesce(sum(e.points), 0) from ScoreEntryRow e" + where, Long.class);
    values.forEach(select::setParameter);
    return select.getSingleResult();
  }

  @Override
  public long totalOfMeetingsUntil(MemberId member, Instant latest) {
    return current
        .reading()
        .createSelectionQuery(
            "select coalesce(sum(e.points), 0) from ScoreEntryRow e"
                + " left join MeetingRow m on m.id = e.meetingId where e.memberId = :member"
                + " and (e.meetingId is null or coalesce(m.startsAt, m.formedAt) <= :latest)",
            Long.class)
        .setParameter("member", member.value())
        .setParameter("latest", latest)
        .getSingleResult();
  }

  @Override
  public Page<ScoreEntry> page(MemberId member, ViewScore.Query query) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder where = new StringBuilder(where(member, query.filter(), values));
    query
        .page()
        .after()
        .ifPresent(position -> {
          where.append(" and e.at <= :at and (e.at < :at or e.id < :id)");
          values.put("at", position.at());
          values.put("id", position.id());
        });
    SelectionQuery<ScoreEntryRow> select =
        current
            .reading()
            .createSelectionQuery(
                "from ScoreEntryRow e"
                    + where
                    + " order by e.memberId, e.at desc, e.id desc"
                    + Limit.of(query.page().limit() + 1),
                ScoreEntryRow.class);
    values.forEach(select::setParameter);
    List<ScoreEntry> found = select.getResultList().stream().map(JpaScores::read).toList();
    return Page.of(
        found, query.page().limit(), entry -> new Position(entry.at(), entry.id().value()));
  }

  private static String where(
      MemberId member, ViewScore.Filter filter, Map<String, Object> values) {
    StringBuilder where = new StringBuilder(" where e.memberId = :member");
    values.put("member", member.value());
    filter
        .category()
        .ifPresent(category -> {
          where.append(" and e.category = :category");
          values.put("category", category.value());
        });
    filter
        .from()
        .ifPresent(from -> {
          where.append(" and e.at >= :from");
          values.put("from", from);
        });
    filter
        .to()
        .ifPresent(to -> {
          where.append(" and e.at < :to");
          values.put("to", to);
        });
    return where.toString();
  }

  private static ScoreEntryRow row(ScoreEntry entry) {
    ScoreEntryRow row = new ScoreEntryRow();
    row.id = entry.id().value();
    row.memberId = entry.member().value();
    row.category = entry.category().value();
    row.meetingId = entry.meeting().map(MeetingId::value).orElse(null);
    row.reason = entry.reason().name();
    row.points = entry.points();
    row.at = Instants.stored(entry.at());
    row.once = entry.once();
    return row;
  }

  private static ScoreEntry read(ScoreEntryRow row) {
    return new ScoreEntry(
        new ScoreEntryId(row.id),
        new MemberId(row.memberId),
        new CategoryKey(row.category),
        Optional.ofNullable(row.meetingId).map(MeetingId::new),
        ScoreReason.valueOf(row.reason),
        row.points,
        row.at,
        row.once);
  }
}
