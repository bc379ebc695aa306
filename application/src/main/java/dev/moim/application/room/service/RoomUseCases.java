package dev.moim.application.room.service;

import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.member.port.in.CheckActive;
import dev.moim.application.member.port.in.KeptApart;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.ExpireRooms;
import dev.moim.application.room.port.in.FindSeats;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.TakeSeats;
import dev.moim.application.room.port.in.ViewRoom;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.ReportableContent;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.shared.Clock;

/**
 * What can be done with rooms, wired to its ports.
 *
 * @param seats frees the seats of members who may not act any more, as events come in
 * @param reportable rooms, as content that can be reported and hidden
 */
public record RoomUseCases(
    OpenRoom openRoom,
    JoinRoom joinRoom,
    LeaveRoom leaveRoom,
    CancelRoom cancelRoom,
    ConfirmRoom confirmRoom,
    ViewRoom viewRoom,
    ListRooms listRooms,
    ExpireRooms expireRooms,
    FindSeats findSeats,
    TakeSeats takeSeats,
    EventConsumer seats,
    PersonalData personalData,
    ReportableContent reportable) {
  public static RoomUseCases of(
      Rooms rooms,
      RoomList list,
      Categories categories,
      FormMeeting formMeeting,
      NameMembers nameMembers,
      CheckActive checkActive,
      KeptApart keptApart,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    var store = new RoomStore(rooms, outbox);
    var views = new RoomViews(nameMembers);
    var viewing = new ViewRoomsService(store, list, views, transactions);
    var free = new SeatsService(store, list, keptApart, transactions, clock);
    return new RoomUseCases(
        new OpenRoomService(store, views, categories, transactions, ids, clock),
        new JoinRoomService(store, keptApart, views, transactions, clock),
        new LeaveRoomService(store, transactions, clock),
        new CancelRoomService(store, transactions, clock),
        new ConfirmRoomService(store, formMeeting, transactions, clock),
        viewing::view,
        viewing::list,
        new ExpireRoomsService(rooms, store, transactions, clock),
        free::find,
        free::take,
        new InactiveSeatsService(rooms, list, store, checkActive, transactions, clock).consumer(),
        new RoomPersonalData(list, transactions),
        new ReportableRooms(rooms, store, transactions, clock));
  }
}
