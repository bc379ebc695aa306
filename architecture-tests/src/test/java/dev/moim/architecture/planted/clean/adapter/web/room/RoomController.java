package dev.moim.architecture.planted.clean.adapter.web.room;

import dev.moim.architecture.planted.clean.application.room.port.in.ConfirmRoom;
import dev.moim.architecture.planted.clean.domain.shared.RoomId;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;

/** Answers with a type of its own. */
record RoomController(ConfirmRoom confirmRoom) {
  @PostMapping
  Answer confirm(UUID room) {
    return new Answer(confirmRoom.confirm(new RoomId(room)).id().value().toString());
  }

  record Answer(String id) {}
}
