package dev.moim.adapter.web.meeting;

import dev.moim.adapter.web.condition.ConditionJson;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.domain.meeting.MeetingSource;
import dev.moim.domain.shared.RoomId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A meeting as its members see it. */
@Schema(name = "Meeting")
public record MeetingResponse(
    String id,
    @Schema(example = "meal") String category,
    @Schema(
            description =
                "What its first members agreed on; while the group is open to others it may change,"
                    + " and is settled for all of them when the group is fixed")
        ConditionJson agreed,
    List<Person> members,
    Source source,
    @Nullable Instant startsAt,
    Instant formedAt,
    @Schema(allowableValues = {"UPCOMING", "DONE", "CANCELLED"}) String status) {
  /** A member of the meeting; without a nickname one who no longer exists. */
  @Schema(name = "MeetingMember")
  public record Person(String id, @Nullable String nickname) {}

  /** Where the meeting came from. */
  @Schema(name = "MeetingSource")
  public record Source(
      @Schema(allowableValues = {"ROOM", "MATCH"}) String kind,
      @Nullable String roomId,
      @Schema(description = "What the room is called, unless that is hidden")
          @Nullable String roomTitle) {
    static Source of(MeetingSource source, Map<RoomId, String> titles) {
      return switch (source) {
        case MeetingSource.ConfirmedRoom(RoomId room) ->
            new Source("ROOM", room.toString(), titles.get(room));
        case MeetingSource.RandomMatch match -> new Source("MATCH", null, null);
      };
    }
  }

  /**
   * @param titles of the rooms that meetings came from, as far as the reader may know them
   */
  static MeetingResponse of(MeetingView meeting, Map<RoomId, String> titles) {
    return new MeetingResponse(
        meeting.id().toString(),
        meeting.category().value(),
        ConditionJson.of(meeting.agreed()),
        meeting.members().stream()
            .map(member -> new Person(member.id().toString(), member.nickname().orElse(null)))
            .toList(),
        Source.of(meeting.source(), titles),
        meeting.startsAt().orElse(null),
        meeting.formedAt(),
        meeting.status().name());
  }
}
