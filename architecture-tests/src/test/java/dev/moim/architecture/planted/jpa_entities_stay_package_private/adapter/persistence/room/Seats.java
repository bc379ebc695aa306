package dev.moim.architecture.planted.jpa_entities_stay_package_private.adapter.persistence.room;

import dev.moim.architecture.planted.Planted;
import jakarta.persistence.Embeddable;

/** Open to everybody. */
@Embeddable
@Planted
public class Seats {}
