package dev.moim.architecture.planted.aggregates_have_no_setters_or_public_constructors.application.room.port.out;

import dev.moim.architecture.planted.aggregates_have_no_setters_or_public_constructors.domain.room.SavedWithoutSnapshot;

/** A repository. */
interface Rooms {
  void save(SavedWithoutSnapshot room);
}
