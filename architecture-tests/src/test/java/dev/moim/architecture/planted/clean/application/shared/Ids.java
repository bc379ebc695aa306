package dev.moim.architecture.planted.clean.application.shared;

import java.util.UUID;

/** Makes identifiers; no adapter does. */
@FunctionalInterface
public interface Ids {
  UUID next();
}
