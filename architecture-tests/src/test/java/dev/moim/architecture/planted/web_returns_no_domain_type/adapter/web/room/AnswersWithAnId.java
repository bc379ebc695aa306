package dev.moim.architecture.planted.web_returns_no_domain_type.adapter.web.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.web_returns_no_domain_type.domain.room.RoomId;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

@Planted
final class AnswersWithAnId {
  @GetMapping
  ResponseEntity<List<RoomId>> rooms() {
    return ResponseEntity.ok(List.of());
  }
}
