package dev.moim.testkit.room;

import dev.moim.application.room.port.out.Comments;
import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Transactions;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import org.junit.jupiter.api.Nested;

class RoomFakesTest {
  private final InMemoryStore store = new InMemoryStore();
  private final Transactions transactions = new InMemoryTransactions(store);
  private final InMemoryRooms rooms = new InMemoryRooms(store);

  @Nested
  class AsRooms extends RoomsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Rooms rooms() {
      return rooms;
    }
  }

  @Nested
  class AsRoomList extends RoomListContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected RoomList list() {
      return rooms;
    }

    @Override
    protected Rooms rooms() {
      return rooms;
    }
  }

  @Nested
  class AsOpenSeats extends OpenSeatsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected OpenSeats openSeats() {
      return rooms;
    }

    @Override
    protected Rooms rooms() {
      return rooms;
    }
  }

  @Nested
  class AsComments extends CommentsContract {
    private final InMemoryComments comments = new InMemoryComments(store);

    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Comments comments() {
      return comments;
    }

    @Override
    protected Rooms rooms() {
      return rooms;
    }
  }
}
