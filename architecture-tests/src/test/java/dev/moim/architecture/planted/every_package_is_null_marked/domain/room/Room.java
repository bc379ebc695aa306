package dev.moim.architecture.planted.every_package_is_null_marked.domain.room;

import dev.moim.architecture.planted.Planted;

/** Lies in a package that nobody has marked. */
@Planted
record Room() {}
