package dev.moim.architecture.planted.every_package_is_null_marked.testkit.room;

import dev.moim.architecture.planted.Planted;

/** Lies in a package of tests that nobody has marked. */
@Planted
record InMemoryRooms() {}
