package dev.moim.architecture.planted.nothing_knows_bootstrap.domain.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.nothing_knows_bootstrap.bootstrap.Moim;

/** Asks the program it is a part of. */
@Planted
record Room(Moim program) {}
