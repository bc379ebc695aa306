package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.member.port.out.Warnings;
import dev.moim.domain.member.Warning;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.WarningId;
import java.util.List;
import java.util.Optional;

final class JpaWarnings implements Warnings {
  private final CurrentSession current;
  private final AggregateRows<WarningRow> rows;

  JpaWarnings(CurrentSession current) {
    this.current = current;
    rows = new AggregateRows<>(current, WarningRow.class, WarningRow::new);
  }

  @Override
  public Optional<Warning> find(WarningId id) {
    return rows.find(id.value()).map(WarningMapper::read).map(Warning::restore);
  }

  @Override
  public List<Warning> of(MemberId member) {
    return current
        .reading()
        .createSelectionQuery(
            "from WarningRow w where w.memberId = :member"
                + " order by w.memberId, w.givenAt desc, w.id desc",
            WarningRow.class)
        .setParameter("member", member.value())
        .getResultList()
        .stream()
        .map(WarningMapper::read)
        .map(Warning::restore)
        .toList();
  }

  @Override
  public Warning.Snapshot save(Warning warning) {
    Warning.Snapshot state = warning.snapshot();
    WarningRow stored =
        rows.save(state.id().value(), state.version(), row -> WarningMapper.write(state, row));
    return WarningMapper.read(stored);
  }
}
