package dev.moim.architecture.planted.use_cases_are_single_method_interfaces.application.room.port.in;

import dev.moim.architecture.planted.Planted;

/** Not an interface. */
@Planted
abstract class JoinRoom {
  abstract void join();
}
