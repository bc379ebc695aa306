package dev.moim.architecture.planted.services_are_final.application.room.service;

import dev.moim.architecture.planted.Planted;

/** Open to inheritance. */
@Planted
class JoinRoomService {}
