package dev.moim.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.domain.room.RoomEvent;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Outbox} and {@link OutboxMessages} keeps to. */
public abstract class OutboxContract extends StoreContract {
  private static final int ALL = 10_000;

  protected abstract Outbox outbox();

  /** The same outbox, as the relay sees it. */
  protected abstract OutboxMessages messages();

  /** The codec that the outbox writes with. */
  protected abstract EventCodec codec();

  private static DomainEvent opened(RoomId room, String title) {
    return new RoomEvent.RoomOpened(room, Samples.memberId(), title, SettableClock.START);
  }

  private static DomainEvent opened(String title) {
    return opened(Samples.roomId(), title);
  }

  private void append(DomainEvent... events) {
    change(() -> outbox().append(List.of(events)));
  }

  private List<OutboxMessage> after(long position, int limit) {
    return read(() -> messages().after(position, limit));
  }

  private List<OutboxMessage> all() {
    return after(0, ALL);
  }

  private long depth() {
    return read(() -> messages().depth());
  }

  private DomainEvent event(OutboxMessage message) {
    return codec().decode(new EventCodec.Encoded(message.type(), message.payload()));
  }

  @Test
  void an_event_of_every_type_lies_in_the_outbox_in_order() {
    List<DomainEvent> events = SampleEvents.ofEveryType();

    change(() -> outbox().append(events));

    assertThat(all()).map(this::event).containsExactlyElementsOf(events);
    assertThat(all())
        .extracting(OutboxMessage::key)
        .containsExactlyElementsOf(events.stream().map(DomainEvent::key).toList());
    assertThat(depth()).isEqualTo(events.size());
  }

  @Test
  void a_message_has_an_id_of_its_own_that_stays() {
    append(opened("one"), opened("two"));

    List<OutboxMessage> first = all();

    assertThat(first).extracting(OutboxMessage::id).doesNotHaveDuplicates();
    assertThat(all()).isEqualTo(first);
  }

  @Test
  void a_large_event_is_kept_whole() {
    DomainEvent large = opened(Samples.LONG_TEXT + "가".repeat(10_000));

    append(large);

    assertThat(all()).map(this::event).containsExactly(large);
  }

  @Test
  void appending_nothing_changes_nothing() {
    append();

    assertThat(depth()).isZero();
    assertThat(all()).isEmpty();
  }

  @Test
  void a_rollback_leaves_no_message() {
    changeAndFail(() -> outbox().append(List.of(opened("never"))));

    assertThat(depth()).isZero();
    assertThat(all()).isEmpty();
  }

  @Test
  void nothing_is_appended_without_a_write() {
    assertThatThrownBy(() -> outbox().append(List.of(opened("never"))))
        .isInstanceOf(RuntimeException.class);

    assertThat(depth()).isZero();
  }

  @Test
  void messages_are_read_on_from_a_position() {
    for (int i = 0; i < 10; i++) {
      append(opened("event " + i));
    }
    List<OutboxMessage> all = all();

    List<OutboxMessage> seen = new ArrayList<>(after(0, 4));
    assertThat(seen).hasSize(4);
    seen.addAll(after(seen.getLast().position(), 4));
    seen.addAll(after(seen.getLast().position(), 4));

    assertThat(seen).isEqualTo(all);
    assertThat(after(seen.getLast().position(), 4)).isEmpty();
    assertThat(all).extracting(OutboxMessage::position).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void handled_messages_are_forgotten_and_unknown_ones_passed_over() {
    append(opened("one"), opened("two"), opened("three"));
    List<OutboxMessage> all = all();
    UUID middle = all.get(1).id();

    change(() -> messages().remove(List.of(middle, Samples.uuid())));
    change(() -> messages().remove(List.of(middle)));
    change(() -> messages().remove(List.of()));

    assertThat(all()).containsExactly(all.get(0), all.get(2));
    assertThat(depth()).isEqualTo(2);
  }

  @Test
  void hundreds_of_messages_are_forgotten_at_once() {
    change(() ->
        outbox().append(IntStream.range(0, 500).mapToObj(i -> opened("event " + i)).toList()));

    change(() -> messages().remove(all().stream().map(OutboxMessage::id).toList()));

    assertThat(depth()).isZero();
  }

  @Test
  void positions_go_on_growing_after_all_was_forgotten() {
    append(opened("one"));
    OutboxMessage first = all().getFirst();
    change(() -> messages().remove(List.of(first.id())));

    append(opened("two"));

    assertThat(after(first.position(), 10)).hasSize(1);
  }

  @Test
  void events_of_one_key_keep_the_order_of_their_transactions() {
    RoomId room = Samples.roomId();
    for (int i = 0; i < 5; i++) {
      append(opened(room, "first " + i), opened("other"), opened(room, "second " + i));
    }

    List<String> titles =
        all().stream()
            .filter(message -> message.key().equals(room.toString()))
            .map(message -> ((RoomEvent.RoomOpened) event(message)).title())
            .toList();

    assertThat(titles)
        .containsExactly(
            "first 0",
            "second 0",
            "first 1",
            "second 1",
            "first 2",
            "second 2",
            "first 3",
            "second 3",
            "first 4",
            "second 4");
  }

  @Test
  void racing_writers_lose_no_message_and_mix_none() {
    List<RoomId> rooms = IntStream.range(0, 10).mapToObj(i -> Samples.roomId()).toList();

    overlappingUntilSettled(
            10,
            i -> {
              outbox().append(List.of(opened(rooms.get(i), "a"), opened(rooms.get(i), "b")));
              return i;
            })
        .forEach(outcome -> assertThat(outcome.succeeded()).isTrue());

    List<OutboxMessage> all = all();
    assertThat(all).hasSize(20);
    assertThat(all).extracting(OutboxMessage::position).doesNotHaveDuplicates();
    for (RoomId room : rooms) {
      assertThat(all)
          .filteredOn(message -> message.key().equals(room.toString()))
          .map(message -> ((RoomEvent.RoomOpened) event(message)).title())
          .containsExactly("a", "b");
    }
  }
}
