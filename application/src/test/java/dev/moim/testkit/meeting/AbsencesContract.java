package dev.moim.testkit.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.meeting.port.out.Absences;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.meeting.Absence;
import dev.moim.domain.meeting.AbsenceReason;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Absences} keeps to. */
public abstract class AbsencesContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;

  private final MemberId member = Samples.memberId();

  protected abstract Absences absences();

  private static Absence absence(MemberId who, AbsenceReason reason, Instant at) {
    return new Absence(Samples.absenceId(), who, new CategoryKey("meal"), reason, at);
  }

  private List<Instant> since(Instant instant) {
    return read(() -> absences().of(member, instant));
  }

  @Test
  void a_member_s_absences_come_back_latest_first_from_an_instant_on() {
    change(() -> {
      absences().add(absence(member, AbsenceReason.REPORTED, NOW.minusSeconds(2)));
      absences().add(absence(member, AbsenceReason.PROPOSAL_UNANSWERED, NOW));
      absences().add(absence(member, AbsenceReason.REPORTED, NOW.minusSeconds(1)));
      absences().add(absence(Samples.memberId(), AbsenceReason.REPORTED, NOW));
    });

    assertThat(since(NOW.minusSeconds(9)))
        .containsExactly(NOW, NOW.minusSeconds(1), NOW.minusSeconds(2));
    assertThat(since(NOW.minusSeconds(1))).containsExactly(NOW, NOW.minusSeconds(1));
    assertThat(since(NOW.plusSeconds(1))).isEmpty();
  }

  @Test
  void no_more_than_the_latest_200_are_read() {
    change(() -> {
      for (int i = 0; i < 203; i++) {
        absences().add(absence(member, AbsenceReason.REPORTED, NOW.minusSeconds(i)));
      }
    });

    assertThat(since(NOW.minusSeconds(999)))
        .hasSize(200)
        .startsWith(NOW)
        .endsWith(NOW.minusSeconds(199));
  }

  @Test
  void a_rollback_leaves_nothing() {
    changeAndFail(() -> absences().add(absence(member, AbsenceReason.REPORTED, NOW)));

    assertThat(since(NOW)).isEmpty();
  }
}
