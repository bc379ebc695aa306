package dev.moim.architecture.planted.adapters_do_not_touch_services.application.room.service;

/** A service. */
public final class JoinRoomService {}
