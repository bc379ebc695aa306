package dev.moim.application.member.port.in;

import dev.moim.domain.shared.MemberId;
import java.util.Optional;

/** Finds a member by what others call them. */
@FunctionalInterface
public interface FindMember {
  /**
   * Empty if nobody is called so, or they have left; case and width do not count. That somebody may
   * not act at present is not for others to know.
   */
  Optional<MemberId> named(String nickname);
}
