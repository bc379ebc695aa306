package dev.moim.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationTest {
  @Test
  void its_arguments_are_its_own() {
    Map<String, String> arguments = new HashMap<>(Map.of("title", "Lunch"));
    Notification notification =
        new Notification(
            new NotificationId(new UUID(0, 1)),
            new MemberId(new UUID(0, 2)),
            NotificationType.ROOM_FULL,
            arguments,
            "/rooms/1",
            Instant.EPOCH,
            Optional.empty());

    arguments.put("title", "changed");

    assertThat(notification.arguments()).isEqualTo(Map.of("title", "Lunch"));
  }
}
