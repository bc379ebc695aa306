package dev.moim.adapter.persistence.audit;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Limit;
import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Position;
import dev.moim.domain.audit.AuditEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.SelectionQuery;

/** Inserts and reads; there is no statement here that changes or removes a row. */
final class JpaAuditLog implements AuditLog {
  private final CurrentSession current;

  JpaAuditLog(CurrentSession current) {
    this.current = current;
  }

  @Override
  public void add(AuditEntry entry) {
    current.writing().persist(AuditEntryMapper.row(entry));
  }

  @Override
  public Page<AuditEntry> page(ListAuditLog.Query query) {
    List<AuditEntry> found =
        select(query).getResultList().stream().map(AuditEntryMapper::read).toList();
    return Page.of(
        found, query.page().limit(), entry -> new Position(entry.at(), entry.id().value()));
  }

  private SelectionQuery<AuditEntryRow> select(ListAuditLog.Query query) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    query
        .actor()
        .ifPresent(actor -> {
          conditions.add("e.actorId = :actor");
          values.put("actor", actor.value());
        });
    query
        .member()
        .ifPresent(member -> {
          conditions.add("e.memberId = :member");
          values.put("member", member.value());
        });
    query
        .action()
        .ifPresent(action -> {
          conditions.add("e.action = :action");
          values.put("action", action.name());
        });
    query
        .from()
        .ifPresent(from -> {
          conditions.add("e.at >= :from");
          values.put("from", from);
        });
    query
        .to()
        .ifPresent(to -> {
          conditions.add("e.at < :to");
          values.put("to", to);
        });
    query
        .page()
        .after()
        .ifPresent(position -> {
          conditions.add("e.at <= :at and (e.at < :at or e.id < :id)");
          values.put("at", position.at());
          values.put("id", position.id());
        });
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    SelectionQuery<AuditEntryRow> select =
        current
            .reading()
            .createSelectionQuery(
                "from AuditEntryRow e"
                    + where
                    + " order by e.at desc, e.id desc"
                    + Limit.of(query.page().limit() + 1),
                AuditEntryRow.class);
    values.forEach(select::setParameter);
    return select;
  }
}
