package dev.moim.domain.shared;

import java.util.UUID;

/** Identifies a proposal of a group; a time-ordered UUID (version 7). */
public record MatchProposalId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
