package dev.moim.architecture.planted.application_knows_only_domain.adapter.persistence;

/** An adapter. */
public final class JpaRooms {}
