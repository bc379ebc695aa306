package dev.moim.architecture.planted.clean.adapter.persistence.room;

import jakarta.persistence.Entity;

/** A row. */
@Entity
class RoomEntity {}
