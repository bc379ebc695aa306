package dev.moim.testkit.shared;

import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.StoreUpkeep;
import dev.moim.domain.room.Room;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link StoreUpkeep} keeps to. */
public abstract class StoreUpkeepContract extends StoreContract {
  private static final int MOST_PARTS = 1_000;

  protected abstract StoreUpkeep upkeep();

  /** Some of what is kept up. */
  protected abstract Rooms rooms();

  @Test
  void it_comes_to_an_end_and_leaves_what_is_up_to_date_as_it_is() {
    Room.Snapshot room = write(() -> rooms().save(aRoom().restore()));

    int parts = 0;
    while (parts < MOST_PARTS && upkeep().someMore() > 0) {
      parts++;
    }

    assertThat(parts).isLessThan(MOST_PARTS);
    assertThat(upkeep().someMore()).isZero();
    assertThat(read(() -> rooms().find(room.id())).map(Room::snapshot)).contains(room);
  }
}
