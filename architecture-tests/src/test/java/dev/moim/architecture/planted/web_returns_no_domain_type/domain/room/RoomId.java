package dev.moim.architecture.planted.web_returns_no_domain_type.domain.room;

/** A domain type. */
public record RoomId(String value) {}
