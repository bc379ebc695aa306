package dev.moim.domain.shared;

import java.util.UUID;

/**
 * Identifies an entry of the score ledger; a time-ordered UUID (version 7), or one that tells no
 * time.
 */
public record ScoreEntryId(UUID value) {
  /** An identifier without the time that it would tell; the 62 random bits stay. */
  public static ScoreEntryId withoutTime(UUID id) {
    return new ScoreEntryId(
        new UUID(id.getMostSignificantBits() & 0xF000, id.getLeastSignificantBits()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
