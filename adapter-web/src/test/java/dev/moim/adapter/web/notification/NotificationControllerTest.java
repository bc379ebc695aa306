package dev.moim.adapter.web.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.testkit.notification.InMemoryNotifications;
import dev.moim.testkit.shared.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NotificationControllerTest extends ApiTest {
  private final String notifications = "/api/v1/notifications";
  @Autowired private InMemoryNotifications store;
  @Autowired private Transactions transactions;

  private void told(Person recipient, int times) {
    for (int i = 0; i < times; i++) {
      Notification notification =
          new Notification(
              Samples.notificationId(),
              recipient.id(),
              NotificationType.ROOM_FULL,
              Map.of("title", "점심"),
              "/rooms/1",
              clock.now(),
              Optional.empty());
      transactions.writeOnly(() -> store.add(List.of(notification)));
    }
  }

  private long unread(Person by) {
    return get(by, notifications).is(200).json().get("unread").asLong();
  }

  @Test
  void the_latest_come_first_page_by_page_with_the_number_of_unread() {
    Person me = somebody();
    told(me, 3);
    told(somebody(), 1);

    Reply first = get(me, notifications + "?limit=2").is(200);

    assertThat(first.json().get("items").size()).isEqualTo(2);
    assertThat(first.json().get("unread").asInt()).isEqualTo(3);
    assertThat(first.text("/items/0/type")).isEqualTo("ROOM_FULL");
    assertThat(first.text("/items/0/arguments/title")).isEqualTo("점심");
    Reply last = get(me, notifications + "?limit=2&cursor=" + first.text("/nextCursor")).is(200);
    assertThat(last.json().get("items").size()).isEqualTo(1);
    assertThat(last.json().has("nextCursor")).isFalse();
  }

  @Test
  void some_or_all_are_marked_as_read_but_an_empty_choice_marks_none() {
    Person me = somebody();
    told(me, 3);
    String one = get(me, notifications).text("/items/0/id");

    post(me, notifications + "/read", "{\"ids\": []}").is(204);
    assertThat(unread(me)).isEqualTo(3);
    post(me, notifications + "/read", "{\"ids\": [\"%s\", \"nonsense\"]}".formatted(one)).is(204);
    assertThat(unread(me)).isEqualTo(2);
    post(somebody(), notifications + "/read", "{}").is(204);
    assertThat(unread(me)).isEqualTo(2);
    post(me, notifications + "/read", "{}").is(204);
    assertThat(unread(me)).isZero();
  }

  @Test
  void an_identifier_that_is_missing_or_no_text_is_refused() {
    Person me = somebody();

    post(me, notifications + "/read", "{\"ids\": [null]}").is(422, "INVALID_INPUT");
    assertThat(
            post(me, notifications + "/read", "{\"ids\": [1]}")
                .is(400, "MALFORMED")
                .text("/errors/0/pointer"))
        .isEqualTo("/ids/0");
  }
}
