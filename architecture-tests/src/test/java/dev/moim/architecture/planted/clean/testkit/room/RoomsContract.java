package dev.moim.architecture.planted.clean.testkit.room;

import dev.moim.architecture.planted.clean.application.room.port.out.Rooms;

/** What every repository of rooms promises. */
public abstract class RoomsContract {
  protected abstract Rooms rooms();
}
