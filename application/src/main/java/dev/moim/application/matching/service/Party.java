package dev.moim.application.matching.service;

import dev.moim.domain.matching.MatchRequest;
import java.util.List;
import java.util.stream.Stream;

/** A leading request, and those of the friends who come along. */
record Party(MatchRequest leading, List<MatchRequest> companions) {
  /** All of its requests, the leading one first. */
  Stream<MatchRequest> requests() {
    return Stream.concat(Stream.of(leading), companions.stream());
  }

  /** The companions do what the leading request has just done. */
  void follow() {
    companions.forEach(companion -> companion.follow(leading));
  }
}
