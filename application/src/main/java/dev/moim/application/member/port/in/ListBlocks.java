package dev.moim.application.member.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Optional;

/** Lists whom one blocks, the latest first; never by whom one is blocked. */
@FunctionalInterface
public interface ListBlocks {
  /**
   * Somebody whom the caller blocks.
   *
   * @param nickname empty if the member has left
   */
  record Blocked(MemberId member, Optional<String> nickname, Instant since) {}

  Page<Blocked> list(Caller caller, PageRequest page);
}
