package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.member.Warning;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.WarningId;
import java.util.Optional;

final class WarningMapper {
  private WarningMapper() {}

  static void write(Warning.Snapshot warning, WarningRow row) {
    row.memberId = warning.member().value();
    row.givenBy = warning.by().value();
    row.reason = warning.reason();
    row.givenAt = Instants.stored(warning.givenAt());
    row.blocksUntil = Instants.stored(warning.until());
    row.withdrawnBy = warning.withdrawal().map(withdrawal -> withdrawal.by().value()).orElse(null);
    row.withdrawnAt =
        warning.withdrawal().map(Warning.Withdrawal::at).map(Instants::stored).orElse(null);
  }

  static Warning.Snapshot read(WarningRow row) {
    return new Warning.Snapshot(
        new WarningId(row.id()),
        new MemberId(row.memberId),
        new MemberId(row.givenBy),
        row.reason,
        row.givenAt,
        row.blocksUntil,
        withdrawal(row),
        row.version());
  }

  private static Optional<Warning.Withdrawal> withdrawal(WarningRow row) {
    return row.withdrawnBy == null || row.withdrawnAt == null
        ? Optional.empty()
        : Optional.of(new Warning.Withdrawal(new MemberId(row.withdrawnBy), row.withdrawnAt));
  }
}
