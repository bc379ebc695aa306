package dev.moim.testkit.meeting;

import dev.moim.application.meeting.port.out.Absences;
import dev.moim.domain.meeting.Absence;
import dev.moim.domain.shared.AbsenceId;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.InMemoryStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Absences on an {@link InMemoryStore}. */
public final class InMemoryAbsences implements Absences {
  private final InMemoryStore.Table<AbsenceId, Absence> absences;

  public InMemoryAbsences(InMemoryStore store) {
    absences = store.table(Absence::id);
  }

  @Override
  public void add(Absence absence) {
    absences.put(absence);
  }

  @Override
  public List<Instant> of(MemberId member, Instant since) {
    return absences.all().stream()
        .filter(absence -> absence.member().equals(member))
        .map(Absence::at)
        .filter(at -> !at.isBefore(since))
        .sorted(Comparator.reverseOrder())
        .limit(200)
        .toList();
  }
}
