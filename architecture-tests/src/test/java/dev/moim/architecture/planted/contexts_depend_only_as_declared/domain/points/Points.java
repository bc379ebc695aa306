package dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.points;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.shared.DomainEvent;

/** Lies in a context that the map does not have. */
@Planted
record Points(DomainEvent event) {}
