package dev.moim.application.shared;

import java.util.UUID;

/** Makes identifiers: time-ordered UUIDs, version 7 (RFC 9562). Implementations are thread-safe. */
@FunctionalInterface
public interface Ids {
  UUID next();
}
