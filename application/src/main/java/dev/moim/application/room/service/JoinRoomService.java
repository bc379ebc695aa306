package dev.moim.application.room.service;

import dev.moim.application.meeting.port.in.JoinMeeting;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.room.Room;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.util.Set;

final class JoinRoomService implements JoinRoom {
  private final RoomStore store;
  private final SeatLimit limit;
  private final JoinMeeting joinMeeting;
  private final RoomViews views;
  private final Transactions transactions;
  private final Clock clock;

  JoinRoomService(
      RoomStore store,
      SeatLimit limit,
      JoinMeeting joinMeeting,
      RoomViews views,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.limit = limit;
    this.joinMeeting = joinMeeting;
    this.views = views;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public RoomView join(Command command) {
    return transactions.writeTo(
        command.room(),
        () -> {
          Room room = store.get(command.room());
          MemberId joiner = command.caller().id();
          room.join(joiner, store.apartFrom(joiner), clock.now());
          limit.check(Set.of(joiner));
          Room.Snapshot joined = store.save(room);
          if (joined.status() == RoomStatus.CONFIRMED) {
            joinMeeting.join(new JoinMeeting.Command(joined.id(), joiner));
          }
          return views.of(joined, command.caller());
        });
  }
}
