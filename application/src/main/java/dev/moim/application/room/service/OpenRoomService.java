package dev.moim.application.room.service;

import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.room.Capacity;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomDetails;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Validation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

final class OpenRoomService implements OpenRoom {
  private final RoomStore store;
  private final SeatLimit limit;
  private final RoomViews views;
  private final Categories categories;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  OpenRoomService(
      RoomStore store,
      SeatLimit limit,
      RoomViews views,
      Categories categories,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.limit = limit;
    this.views = views;
    this.categories = categories;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public RoomView open(Command command) {
    Category category = categories.named(command.category());
    Instant now = clock.now();
    var validation = new Validation();
    Optional<AllOf> condition =
        validation.check("/condition", () -> category.read(command.condition(), now));
    Optional<Capacity> capacity = validation.check(() -> new Capacity(command.capacity()));
    Optional<RoomDetails> details =
        validation.check(() ->
            new RoomDetails(
                command.title(),
                command.description(),
                category.key(),
                condition.orElse(AllOf.ANYTHING),
                command.meetsAt(),
                capacity.orElse(Capacity.SMALLEST),
                command.anonymous()));
    validation.orThrow();
    return transactions.write(() -> {
      Room room =
          Room.open(new RoomId(ids.next()), command.caller().id(), details.orElseThrow(), now);
      limit.check(Set.of(command.caller().id()));
      return views.of(store.save(room), command.caller());
    });
  }
}
