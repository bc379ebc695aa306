package dev.moim.adapter.web.room;

import dev.moim.adapter.web.shared.EntityTags;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.application.room.port.in.RemoveMember;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.room.port.in.StopWaiting;
import dev.moim.application.room.port.in.WaitForSeat;
import dev.moim.domain.member.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Seats that are waited for, and seats that the host takes. */
@RestController
@RequestMapping(path = "/api/v1/rooms/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rooms")
class RoomSeatController {
  private final WaitForSeat waitForSeat;
  private final StopWaiting stopWaiting;
  private final RemoveMember removeMember;

  RoomSeatController(WaitForSeat waitForSeat, StopWaiting stopWaiting, RemoveMember removeMember) {
    this.waitForSeat = waitForSeat;
    this.stopWaiting = stopWaiting;
    this.removeMember = removeMember;
  }

  @PostMapping("/wait-list")
  @Sends(HttpHeaders.ETAG)
  @Refuses({
    "ROOM_NOT_FOUND",
    "ROOM_NOT_OPEN",
    "ALREADY_A_MEMBER",
    "REMOVED_FROM_ROOM",
    "ALREADY_WAITING",
    "SEAT_IS_FREE",
    "WAIT_LIST_FULL",
    "TOO_MANY_WAITS",
    "ROOM_NOT_AVAILABLE"
  })
  @Operation(summary = "Wait for a seat of a full room; one that becomes free is kept for a while")
  ResponseEntity<RoomResponse> queue(Caller caller, @PathVariable String id) {
    RoomView room = waitForSeat.queue(new WaitForSeat.Command(caller, RoomIds.room(id)));
    return ResponseEntity.ok().eTag(EntityTags.of(room.version())).body(RoomResponse.of(room));
  }

  @DeleteMapping("/wait-list/me")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"ROOM_NOT_FOUND", "ROOM_NOT_OPEN", "NOT_WAITING"})
  @Operation(summary = "Wait no longer, or decline the seat that is kept")
  ResponseEntity<Void> stop(Caller caller, @PathVariable String id) {
    stopWaiting.stop(new StopWaiting.Command(caller, RoomIds.room(id)));
    return ResponseEntity.noContent().build();
  }

  @DeleteMapping("/members/{memberId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({
    "ROOM_NOT_FOUND",
    "ROOM_MEMBER_NOT_FOUND",
    "NOT_THE_HOST",
    "ROOM_NOT_OPEN",
    "HOST_STAYS",
    "TOO_MANY_REMOVED",
    "INVALID_INPUT"
  })
  @Operation(summary = "Take a member's seat, who can't join again; the host's right")
  ResponseEntity<Void> remove(
      Caller caller,
      @PathVariable String id,
      @PathVariable String memberId,
      @Parameter(description = "What the member is told, up to 200 characters")
          @RequestParam(required = false)
          @Nullable String reason) {
    removeMember.remove(
        new RemoveMember.Command(
            caller, RoomIds.room(id), RoomIds.member(memberId), reason == null ? "" : reason));
    return ResponseEntity.noContent().build();
  }
}
