package dev.moim.application.room.service;

import dev.moim.application.room.port.in.EditRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.room.Capacity;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.Validation;
import java.time.Instant;
import java.util.Optional;

final class EditRoomService implements EditRoom {
  private final RoomStore store;
  private final RoomViews views;
  private final Categories categories;
  private final Transactions transactions;
  private final Clock clock;

  EditRoomService(
      RoomStore store,
      RoomViews views,
      Categories categories,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.views = views;
    this.categories = categories;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public RoomView edit(Command command) {
    return transactions.write(() -> {
      Room room = store.get(command.room(), command.expected());
      Instant now = clock.now();
      room.requireChangeable(command.caller().id(), now);
      room.edit(command.caller().id(), changed(room.snapshot().details(), command, now), now);
      return views.of(store.save(room), command.caller());
    });
  }

  private RoomDetails changed(RoomDetails present, Command command, Instant now) {
    var validation = new Validation();
    Optional<AllOf> condition =
        command
            .condition()
            .flatMap(input ->
                validation.check(
                    "/condition", () -> categories.get(present.category()).read(input, now)));
    Optional<Capacity> capacity =
        command.capacity().flatMap(seats -> validation.check(() -> new Capacity(seats)));
    Optional<RoomDetails> details =
        validation.check(() ->
            new RoomDetails(
                command.title().orElse(present.title()),
                command.description().orElse(present.description()),
                present.category(),
                condition.orElse(present.condition()),
                command.meetsAt().orElse(present.meetsAt()),
                capacity.orElse(present.capacity()),
                present.anonymous()));
    validation.orThrow();
    return details.orElseThrow();
  }
}
