package dev.moim.application.member.service;

import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.application.member.port.out.Standings;
import dev.moim.application.member.port.out.Standings.Standing;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Block;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.shared.Clock;
import java.time.Instant;
import java.util.Optional;

final class CheckAccessService implements CheckAccess {
  private final Standings standings;
  private final Transactions transactions;
  private final Clock clock;

  CheckAccessService(MemberPorts ports) {
    standings = ports.store().standings();
    transactions = ports.transactions();
    clock = ports.clock();
  }

  @Override
  public Access check(Claim claim) {
    Instant now = clock.now();
    Standing standing =
        transactions
            .read(() -> standings.of(claim.session()))
            .filter(found -> !found.ended() && now.isBefore(found.expiresAt()))
            .filter(found -> found.member().equals(claim.member()))
            .filter(found -> found.role() == claim.role())
            .orElseThrow(MemberError.SESSION_ENDED::exception);
    Optional<Block> block = standing.block().filter(sentence -> sentence.holds(now));
    return new Access(
        new Caller(standing.member(), standing.role()),
        claim.session(),
        status(standing, block),
        block);
  }

  private static MemberStatus status(Standing standing, Optional<Block> block) {
    if (standing.withdrawn()) {
      return MemberStatus.WITHDRAWN;
    }
    return block.isPresent() ? MemberStatus.BLOCKED : MemberStatus.ACTIVE;
  }
}
