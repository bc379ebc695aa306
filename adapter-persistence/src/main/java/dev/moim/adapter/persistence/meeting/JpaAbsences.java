package dev.moim.adapter.persistence.meeting;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.application.meeting.port.out.Absences;
import dev.moim.domain.meeting.Absence;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;

final class JpaAbsences implements Absences {
  private static final int MOST = 200;

  private final CurrentSession current;

  JpaAbsences(CurrentSession current) {
    this.current = current;
  }

  @Override
  public void add(Absence absence) {
    AbsenceRow row = new AbsenceRow();
    row.id = absence.id().value();
    row.memberId = absence.member().value();
    row.category = absence.category().value();
    row.reason = absence.reason().name();
    row.at = Instants.stored(absence.at());
    current.writing().persist(row);
  }

  @Override
  public List<Instant> of(MemberId member, Instant since) {
    return current
        .reading()
        .createSelectionQuery(
            "select a.at from AbsenceRow a where a.memberId = :member and a.at >= :since"
                + " order by a.memberId, a.at desc",
            Instant.class)
        .setParameter("member", member.value())
        .setParameter("since", since)
        .setMaxResults(MOST)
        .getResultList();
  }
}
