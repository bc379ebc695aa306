package dev.moim.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.testkit.shared.SampleEvents;
import dev.moim.testkit.shared.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventConsumerTest {
  private final List<DomainEvent> handled = new ArrayList<>();
  private final EventConsumer consumer =
      EventConsumer.named("test")
          .on(RoomEvent.RoomFilled.class, (id, event) -> handled.add(event))
          .on(
              RoomEvent.RoomExpired.class,
              (id, event) -> {
                throw new IllegalStateException("event " + id);
              })
          .build();

  @Test
  void a_consumer_acts_on_its_types_and_passes_over_others() {
    RoomEvent.RoomFilled mine = SampleEvents.of(RoomEvent.RoomFilled.class);

    consumer.handle(Samples.uuid(), mine);
    consumer.handle(Samples.uuid(), SampleEvents.of(RoomEvent.RoomOpened.class));

    assertThat(handled).containsExactly(mine);
    assertThat(consumer.name()).isEqualTo("test");
    assertThat(consumer.types())
        .containsExactlyInAnyOrder(RoomEvent.RoomFilled.class, RoomEvent.RoomExpired.class);
  }

  @Test
  void what_a_handler_throws_comes_out() {
    UUID id = Samples.uuid();

    assertThatThrownBy(() -> consumer.handle(id, SampleEvents.of(RoomEvent.RoomExpired.class)))
        .hasMessage("event " + id);
  }
}
