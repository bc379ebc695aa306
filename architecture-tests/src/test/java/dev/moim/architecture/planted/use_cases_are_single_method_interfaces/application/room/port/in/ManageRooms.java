package dev.moim.architecture.planted.use_cases_are_single_method_interfaces.application.room.port.in;

import dev.moim.architecture.planted.Planted;

/** Two use cases in one. */
@Planted
interface ManageRooms {
  void open();

  void close();
}
