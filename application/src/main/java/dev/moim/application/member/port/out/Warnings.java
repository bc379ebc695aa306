package dev.moim.application.member.port.out;

import dev.moim.domain.member.Warning;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.WarningId;
import java.util.List;
import java.util.Optional;

/** The warnings that members got. */
public interface Warnings {
  Optional<Warning> find(WarningId id);

  /** All warnings of a member, withdrawn ones too, the latest first. */
  List<Warning> of(MemberId member);

  /**
   * Stores a warning and advances its version; returns the state as stored.
   *
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  Warning.Snapshot save(Warning warning);
}
