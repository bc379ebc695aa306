package dev.moim.architecture.planted.domain_is_pure_java.application.room.port.out;

/** A port. */
public interface Rooms {}
