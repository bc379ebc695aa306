package dev.moim.application.room.service;

import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.DeleteComment;
import dev.moim.application.room.port.in.EditComment;
import dev.moim.application.room.port.in.EditRoom;
import dev.moim.application.room.port.in.EndOffers;
import dev.moim.application.room.port.in.ExpireRooms;
import dev.moim.application.room.port.in.FindHiddenRooms;
import dev.moim.application.room.port.in.FindSeats;
import dev.moim.application.room.port.in.HideComment;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.ListComments;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.NameRooms;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RemoveMember;
import dev.moim.application.room.port.in.StopWaiting;
import dev.moim.application.room.port.in.TakeSeats;
import dev.moim.application.room.port.in.ViewRoom;
import dev.moim.application.room.port.in.WaitForSeat;
import dev.moim.application.room.port.in.WriteComment;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.ReportableContent;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.shared.Clock;

/**
 * What can be done with rooms, wired to its ports.
 *
 * @param seats frees the seats of members who may not act any more, as events come in
 * @param refill gives seats of those who can't come to those who wait, likewise
 * @param erasedComments deletes what members said when they are erased, likewise
 * @param reportable rooms, as content that can be reported and hidden
 * @param reportableComments likewise what is said in them
 */
public record RoomUseCases(
    OpenRoom openRoom,
    EditRoom editRoom,
    JoinRoom joinRoom,
    LeaveRoom leaveRoom,
    WaitForSeat waitForSeat,
    StopWaiting stopWaiting,
    RemoveMember removeMember,
    CancelRoom cancelRoom,
    ConfirmRoom confirmRoom,
    ViewRoom viewRoom,
    ListRooms listRooms,
    NameRooms nameRooms,
    FindHiddenRooms findHiddenRooms,
    ExpireRooms expireRooms,
    EndOffers endOffers,
    FindSeats findSeats,
    TakeSeats takeSeats,
    WriteComment writeComment,
    EditComment editComment,
    DeleteComment deleteComment,
    HideComment hideComment,
    ListComments listComments,
    EventConsumer seats,
    EventConsumer refill,
    EventConsumer erasedComments,
    PersonalData personalData,
    ReportableContent reportable,
    ReportableContent reportableComments) {
  public static RoomUseCases of(
      RoomPorts ports, RoomNeighbours neighbours, Categories categories, RoomSettings settings) {
    Rooms rooms = ports.rooms();
    Transactions transactions = ports.transactions();
    Clock clock = ports.clock();
    var store = new RoomStore(rooms, neighbours.keptApart(), settings, ports.outbox(), clock);
    var limit = new SeatLimit(ports.openSeats(), clock);
    var views = new RoomViews(neighbours.nameMembers());
    var viewing = new ViewRoomsService(rooms, store, ports.list(), views, transactions);
    var waiting = new WaitListService(rooms, store, limit, views, transactions, clock);
    var seating = new Seating(store, limit, neighbours.joinMeeting(), clock);
    var free = new SeatsService(seating, ports.list(), transactions, clock);
    var speaking =
        new CommentService(
            store,
            ports.comments(),
            new CommentViews(neighbours.nameMembers()),
            transactions,
            ports.outbox(),
            ports.ids(),
            clock);
    return new RoomUseCases(
        new OpenRoomService(store, limit, views, categories, transactions, ports.ids(), clock),
        new EditRoomService(store, views, categories, transactions, clock),
        new JoinRoomService(seating, views, transactions),
        new LeaveRoomService(store, transactions, clock),
        waiting::queue,
        waiting::stop,
        new RemoveMemberService(store, transactions, clock),
        new CancelRoomService(store, transactions, clock),
        new ConfirmRoomService(store, neighbours.formMeeting(), transactions, clock),
        viewing::view,
        viewing::list,
        viewing::titles,
        viewing::hiddenFrom,
        new ExpireRoomsService(rooms, store, transactions, clock),
        waiting::endOffers,
        free::find,
        free::take,
        speaking::write,
        speaking::edit,
        speaking::delete,
        speaking::hide,
        speaking::list,
        new InactiveSeatsService(rooms, store, neighbours.checkActive(), transactions, clock)
            .consumer(),
        new RefillService(rooms, store, neighbours.findMeetings(), transactions, clock).consumer(),
        new ErasedCommentsService(ports.comments(), transactions).consumer(),
        new RoomPersonalData(ports.list(), rooms, ports.comments(), transactions),
        new ReportableRooms(rooms, store, transactions, clock),
        new ReportableComments(ports.comments(), store, speaking, transactions));
  }
}
