package dev.moim.application.matching.port.in;

import dev.moim.domain.matching.MatchRequest;

/**
 * A match request as its member sees it.
 *
 * @param waiting how many requests wait in its category, this one included
 */
public record MatchRequestView(MatchRequest.Snapshot request, long waiting) {}
