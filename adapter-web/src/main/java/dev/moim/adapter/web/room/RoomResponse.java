package dev.moim.adapter.web.room;

import dev.moim.adapter.web.condition.ConditionJson;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.domain.shared.MemberId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room as the caller sees it. */
@Schema(name = "Room")
record RoomResponse(
    String id,
    @Schema(description = "“…” if it is hidden from the caller") String title,
    @Schema(description = "Empty if it is hidden from the caller") String description,
    @Schema(description = "Whether managers hid the text from all but them and the host")
        boolean hidden,
    @Schema(example = "meal") String category,
    ConditionJson condition,
    Instant meetsAt,
    @Schema(
            description =
                "Whether members are shown by their seat only until it is confirmed, except to the host"
                    + " and to admins")
        boolean anonymous,
    @Nullable Person host,
    @Schema(description = "In order of joining") List<Person> members,
    Seats seats,
    @Schema(description = "Whether the caller is a member") boolean joined,
    WaitList waitList,
    @Schema(allowableValues = {"OPEN", "CONFIRMED", "CANCELLED", "EXPIRED"}) String status,
    @Schema(description = "Why it was cancelled, if somebody said") @Nullable String cancelReason,
    Instant openedAt,
    @Schema(description = "As in the ETag") long version) {
  /** A member of the room; in an anonymous room others are shown by their seat only. */
  @Schema(name = "RoomMember")
  record Person(
      @Nullable String id,
      @Nullable String nickname,
      @Schema(description = "Never given twice in a room") int seat,
      boolean host,
      @Schema(description = "Whether this is the caller") boolean me) {
    static Person of(RoomView.Person person) {
      return new Person(
          person.id().map(MemberId::toString).orElse(null),
          person.nickname().orElse(null),
          person.seat(),
          person.host(),
          person.me());
    }
  }

  /** How many of the seats are taken, the host's included. */
  @Schema(name = "RoomSeats")
  record Seats(int taken, int capacity) {}

  /** Who waits for a seat: how many, and where the caller stands. */
  @Schema(name = "RoomWaitList")
  record WaitList(
      int waiting,
      @Schema(description = "For how many of them a seat is kept") int offered,
      @Schema(description = "The caller's place, from 1") @Nullable Integer place,
      @Schema(description = "Until when a seat is kept for the caller")
          @Nullable Instant offeredUntil) {
    static WaitList of(RoomView.WaitList list) {
      return new WaitList(
          list.waiting(),
          list.offered(),
          list.place().orElse(null),
          list.offeredUntil().orElse(null));
    }
  }

  static RoomResponse of(RoomView room) {
    List<Person> members = room.members().stream().map(Person::of).toList();
    return new RoomResponse(
        room.id().toString(),
        room.details().title(),
        room.details().description(),
        room.hidden(),
        room.details().category().value(),
        ConditionJson.of(room.details().condition()),
        room.details().meetsAt(),
        room.details().anonymous(),
        members.stream().filter(Person::host).findFirst().orElse(null),
        members,
        new Seats(members.size(), room.details().capacity().seats()),
        room.joined(),
        WaitList.of(room.waitList()),
        room.status().name(),
        room.cancelReason().isEmpty() ? null : room.cancelReason(),
        room.openedAt(),
        room.version().value());
  }
}
