package dev.moim.application.shared;

import java.time.Instant;
import java.util.UUID;

/** Where a page of a list ended: the last item's sort instant and identifier. */
public record Position(Instant at, UUID id) {}
