package dev.moim.application.moderation.service;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.moim.application.shared.ReportableContent;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of content that can be reported, by name. */
final class Contents {
  private final Map<String, ReportableContent> byKind;

  Contents(Collection<ReportableContent> kinds) {
    byKind =
        kinds.stream().collect(toUnmodifiableMap(ReportableContent::kind, Function.identity()));
  }

  /** The kind that somebody names; refused as invalid if there is none. */
  ReportableContent asked(String kind) {
    return Optional.ofNullable(byKind.get(kind))
        .orElseThrow(() ->
            SharedError.invalid(
                List.of(
                    new FieldError(
                        "/subject/kind",
                        "UNKNOWN_OPTION",
                        Map.of("allowed", byKind.keySet().stream().sorted().toList())))));
  }

  /** The kind of something that was reported; empty if it is offered no longer. */
  Optional<ReportableContent> find(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }
}
