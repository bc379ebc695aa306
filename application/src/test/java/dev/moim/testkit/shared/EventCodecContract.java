package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.shared.EventCodec;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.shared.DomainEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every implementation of {@link EventCodec} keeps to. */
public abstract class EventCodecContract {
  protected abstract EventCodec codec();

  static Stream<DomainEvent> events() {
    return SampleEvents.ofEveryType().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_of_every_type_comes_back(DomainEvent event) {
    assertThat(codec().decode(codec().encode(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void a_type_has_a_versioned_name_and_a_payload_is_an_object(DomainEvent event) {
    EventCodec.Encoded encoded = codec().encode(event);

    assertThat(encoded.type()).matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*");
    assertThat(encoded.type().length()).isLessThanOrEqualTo(100);
    assertThat(encoded.payload()).startsWith("{").endsWith("}");
  }

  @Test
  void no_two_types_share_a_name() {
    assertThat(events().map(event -> codec().encode(event).type())).doesNotHaveDuplicates();
  }

  @Test
  void early_instants_and_empty_lists_come_back() {
    RoomEvent.Notice notice =
        new RoomEvent.Notice(Samples.roomId(), "", Samples.memberId(), false, List.of());
    DomainEvent event = new RoomEvent.RoomCancelled(notice, "", Samples.EARLY);

    assertThat(codec().decode(codec().encode(event))).isEqualTo(event);
  }

  @Test
  void an_unknown_type_is_refused() {
    EventCodec.Encoded known = codec().encode(SampleEvents.of(RoomEvent.RoomOpened.class));

    assertThatThrownBy(
            () -> codec().decode(new EventCodec.Encoded("room.blown-up.v1", known.payload())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_payload_that_does_not_fit_is_refused() {
    String type = codec().encode(SampleEvents.of(RoomEvent.RoomOpened.class)).type();

    for (String payload : List.of("", "{", "[]", "null", "{}", "{\"room\": 7}")) {
      assertThatThrownBy(() -> codec().decode(new EventCodec.Encoded(type, payload)))
          .as(payload)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void many_may_encode_at_once() {
    List<DomainEvent> events = events().toList();

    Race.of(
            20,
            i -> {
              DomainEvent event = events.get(i % events.size());
              return codec().decode(codec().encode(event)).equals(event);
            })
        .forEach(outcome -> assertThat(outcome.result()).contains(true));
  }
}
