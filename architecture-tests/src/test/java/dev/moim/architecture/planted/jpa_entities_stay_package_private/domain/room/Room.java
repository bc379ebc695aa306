package dev.moim.architecture.planted.jpa_entities_stay_package_private.domain.room;

import dev.moim.architecture.planted.Planted;
import jakarta.persistence.Entity;

/** Maps itself. */
@Entity
@Planted
class Room {}
