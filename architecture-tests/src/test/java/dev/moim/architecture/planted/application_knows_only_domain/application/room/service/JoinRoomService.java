package dev.moim.architecture.planted.application_knows_only_domain.application.room.service;

import dev.moim.architecture.planted.Planted;
import org.springframework.stereotype.Service;

/** Is wired by a framework. */
@Planted
@Service
final class JoinRoomService {}
