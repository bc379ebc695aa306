package dev.moim.domain.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeetingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final MemberId MINJI = new MemberId(new UUID(0, 1));
  private static final MemberId JUN = new MemberId(new UUID(0, 2));

  private static Meeting form(MemberId... members) {
    return Meeting.form(
        new MeetingId(new UUID(0, 3)),
        new CategoryKey("meal"),
        AllOf.ANYTHING,
        List.of(members),
        new MeetingSource.RandomMatch(),
        Optional.empty(),
        NOW);
  }

  @Test
  void a_new_meeting_lies_ahead() {
    Meeting.Snapshot meeting = form(MINJI, JUN).snapshot();

    assertThat(meeting.status()).isEqualTo(MeetingStatus.UPCOMING);
    assertThat(meeting.formedAt()).isEqualTo(NOW);
    assertThat(meeting.version()).isEqualTo(Version.NEW);
    assertThat(meeting.hasMember(JUN)).isTrue();
    assertThat(meeting.hasMember(new MemberId(new UUID(0, 4)))).isFalse();
  }

  @Test
  void a_meeting_has_at_least_two_members_and_nobody_twice() {
    assertThatThrownBy(() -> form()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> form(MINJI)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> form(MINJI, JUN, MINJI)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_meeting_is_restored_as_stored() {
    Meeting.Snapshot stored = form(MINJI, JUN).snapshot().stored();

    assertThat(Meeting.restore(stored).snapshot()).isEqualTo(stored);
    assertThat(stored.version()).isEqualTo(new Version(1));
  }
}
