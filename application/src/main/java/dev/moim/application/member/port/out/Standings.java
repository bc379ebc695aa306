package dev.moim.application.member.port.out;

import dev.moim.domain.member.Block;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Tells what must be known of a session and its member with every request, in one statement. */
@FunctionalInterface
public interface Standings {
  /** A session and its member as they stand in the store now. */
  record Standing(
      MemberId member,
      Role role,
      Optional<Block> block,
      boolean withdrawn,
      boolean ended,
      Instant expiresAt) {}

  Optional<Standing> of(SessionId session);
}
