package dev.moim.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.domain.condition.ConditionError;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.room.RoomError;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedValuesTest {
  private static final UUID ID = UUID.fromString("0195a000-0000-7000-8000-000000000001");

  @Test
  void a_version_counts_the_saves() {
    assertThat(Version.NEW.isNew()).isTrue();
    assertThat(Version.NEW.next()).isEqualTo(new Version(1));
    assertThat(new Version(1).isNew()).isFalse();
  }

  @Test
  void a_version_is_never_negative_and_never_wraps_around() {
    assertThatThrownBy(() -> new Version(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Version(Long.MAX_VALUE).next())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void identifiers_are_written_as_their_uuid_alone() {
    assertThat(
            List.of(
                new MemberId(ID),
                new RoomId(ID),
                new SessionId(ID),
                new MeetingId(ID),
                new MatchRequestId(ID),
                new NotificationId(ID)))
        .extracting(Object::toString)
        .containsOnly(ID.toString());
  }

  @Test
  void a_refusal_carries_its_code_and_safe_details() {
    DomainException refusal = RoomError.ROOM_FULL.because("capacity", 4);

    assertThat(refusal.code()).isEqualTo(RoomError.ROOM_FULL);
    assertThat(refusal.details()).containsEntry("capacity", 4);
    assertThat(refusal.fieldErrors()).isEmpty();
    assertThat(refusal).hasMessageContaining("ROOM_FULL").hasMessageContaining("4");
    assertThat(RoomError.ROOM_FULL.exception().details()).isEmpty();
  }

  @Test
  void every_code_has_a_kind_a_title_and_a_name_of_its_own() {
    List<ErrorCode> codes =
        Stream.<ErrorCode[]>of(
                SharedError.values(),
                ConditionError.values(),
                MatchingError.values(),
                MeetingError.values(),
                MemberError.values(),
                RoomError.values())
            .flatMap(Stream::of)
            .toList();

    assertThat(codes).extracting(ErrorCode::name).doesNotHaveDuplicates();
    assertThat(codes)
        .allSatisfy(code -> {
          assertThat(code.name()).matches("[A-Z]+(_[A-Z]+)*");
          assertThat(code.title()).matches("[A-Z].*\\.");
          assertThat(code.kind()).isNotNull();
        });
  }
}
