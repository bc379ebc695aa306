package dev.moim.application.member.port.in;

import dev.moim.domain.member.Warning;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.WarningId;
import java.time.Instant;
import java.util.Optional;

/**
 * A warning as seen by the warned, and by those who give warnings.
 *
 * @param by who gave it; empty for the warned
 * @param until how long it blocks
 * @param withdrawnAt present if it was taken back
 */
public record WarningView(
    WarningId id,
    MemberId member,
    Optional<MemberId> by,
    String reason,
    Instant givenAt,
    Instant until,
    Optional<Instant> withdrawnAt) {
  public static WarningView of(Warning.Snapshot warning, boolean tellsWho) {
    return new WarningView(
        warning.id(),
        warning.member(),
        Optional.of(warning.by()).filter(by -> tellsWho),
        warning.reason(),
        warning.givenAt(),
        warning.until(),
        warning.withdrawal().map(Warning.Withdrawal::at));
  }
}
