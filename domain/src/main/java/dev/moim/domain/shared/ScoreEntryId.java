package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies an entry of the score ledger; a time-ordered UUID (version 7). */
public record ScoreEntryId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
