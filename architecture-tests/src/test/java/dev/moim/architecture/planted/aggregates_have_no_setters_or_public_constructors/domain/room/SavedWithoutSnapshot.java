package dev.moim.architecture.planted.aggregates_have_no_setters_or_public_constructors.domain.room;

import dev.moim.architecture.planted.Planted;

/** An aggregate only by being saved; anybody may extend it. */
@Planted
public class SavedWithoutSnapshot {
  private SavedWithoutSnapshot() {}

  static SavedWithoutSnapshot open() {
    return new SavedWithoutSnapshot();
  }
}
