package dev.moim.application.member.port.out;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Role;
import java.util.Optional;

/** Lists members for those who administer them, the latest first; erased ones are left out. */
@FunctionalInterface
public interface MemberDirectory {
  /** Which members are wanted; every filter that is present must hold. */
  record Filter(Optional<Nickname> nickname, Optional<EmailAddress> email, Optional<Role> role) {}

  Page<Member.Snapshot> list(Filter filter, PageRequest page);
}
