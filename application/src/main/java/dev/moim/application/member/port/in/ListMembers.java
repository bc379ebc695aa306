package dev.moim.application.member.port.in;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import java.util.Optional;

/** Lists members in full, for admins. */
@FunctionalInterface
public interface ListMembers {
  /**
   * @param search a whole nickname or e-mail address; case and width do not count
   */
  record Query(Optional<String> search, Optional<Role> role, PageRequest page) {}

  /**
   * The latest first.
   *
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED
   */
  Page<MemberView> list(Caller caller, Query query);
}
