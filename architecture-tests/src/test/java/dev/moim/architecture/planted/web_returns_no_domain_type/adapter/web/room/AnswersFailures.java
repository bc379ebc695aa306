package dev.moim.architecture.planted.web_returns_no_domain_type.adapter.web.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.web_returns_no_domain_type.domain.room.RoomId;
import org.springframework.web.bind.annotation.ExceptionHandler;

@Planted
final class AnswersFailures {
  @ExceptionHandler
  RoomId failed(IllegalStateException failure) {
    return new RoomId(failure.toString());
  }
}
