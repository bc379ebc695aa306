package dev.moim.architecture.planted.jpa_entities_stay_package_private.adapter.persistence.room;

import dev.moim.architecture.planted.Planted;
import jakarta.persistence.Entity;

/** Open to everybody. */
@Entity
@Planted
public class RoomEntity {}
