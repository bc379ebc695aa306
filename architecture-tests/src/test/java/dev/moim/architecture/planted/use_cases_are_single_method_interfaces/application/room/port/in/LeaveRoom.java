package dev.moim.architecture.planted.use_cases_are_single_method_interfaces.application.room.port.in;

/** Allowed: one to implement, one that follows from it. */
interface LeaveRoom {
  void leave(int seat);

  default void leaveFirst() {
    leave(1);
  }
}
