package dev.moim.adapter.web.shared;

import dev.moim.domain.condition.ConditionError;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.SharedError;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every reason for which this API refuses, by its stable name. */
final class ProblemCatalogue {
  private static final SortedMap<String, ErrorCode> BY_NAME =
      Collections.unmodifiableSortedMap(
          Stream.<ErrorCode[]>of(
                  WebError.values(),
                  SharedError.values(),
                  MemberError.values(),
                  ConditionError.values(),
                  RoomError.values(),
                  MatchingError.values(),
                  MeetingError.values(),
                  ModerationError.values())
              .flatMap(Arrays::stream)
              .collect(
                  TreeMap::new,
                  (map, code) -> {
                    if (map.put(code.name(), code) != null) {
                      throw new IllegalStateException("two error codes are called " + code.name());
                    }
                  },
                  TreeMap::putAll));

  private ProblemCatalogue() {}

  static SortedMap<String, ErrorCode> all() {
    return BY_NAME;
  }

  static Optional<ErrorCode> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The HTTP status of a refusal; the one place where kinds become statuses. */
  static int status(ErrorCode code) {
    if (code instanceof WebError own) {
      return own.status();
    }
    return switch (code.kind()) {
      case MALFORMED -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case STALE -> 412;
      case RULE -> 422;
      case TOO_MANY -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}
