package dev.moim.application.room.service;

import dev.moim.application.room.port.out.Comments;
import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;

/** What the use cases of rooms need from outside. */
public record RoomPorts(
    Rooms rooms,
    RoomList list,
    OpenSeats openSeats,
    Comments comments,
    Transactions transactions,
    Outbox outbox,
    Ids ids,
    Clock clock) {}
