package dev.moim.architecture.planted.aggregates_have_no_setters_or_public_constructors.domain.room;

import dev.moim.architecture.planted.Planted;

@Planted
public final class WithAnOpenConstructor {
  WithAnOpenConstructor() {}

  record Snapshot() {}
}
