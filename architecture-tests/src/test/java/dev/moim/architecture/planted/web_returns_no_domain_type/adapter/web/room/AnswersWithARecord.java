package dev.moim.architecture.planted.web_returns_no_domain_type.adapter.web.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.web_returns_no_domain_type.domain.room.RoomId;
import org.springframework.web.bind.annotation.PostMapping;

/** Hides the domain type one level down. */
@Planted
final class AnswersWithARecord {
  @PostMapping
  Answer open() {
    return new Answer(new RoomId("1"));
  }

  record Answer(RoomId id) {}
}
