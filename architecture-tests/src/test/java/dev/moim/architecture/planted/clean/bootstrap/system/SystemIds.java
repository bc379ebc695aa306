package dev.moim.architecture.planted.clean.bootstrap.system;

import dev.moim.architecture.planted.clean.application.shared.Ids;
import java.util.UUID;

/** Provides identifiers. */
final class SystemIds implements Ids {
  @Override
  public UUID next() {
    return UUID.randomUUID();
  }
}
