package dev.moim.architecture.planted.adapters_do_not_know_each_other.adapter.persistence.room;

/** Another adapter's class. */
public final class JpaRooms {}
