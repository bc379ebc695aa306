package dev.moim.architecture.planted.use_cases_are_single_method_interfaces.application.room.port.in;

import dev.moim.architecture.planted.Planted;

/** Nothing to call. */
@Planted
interface Marker {}
