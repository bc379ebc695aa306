package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.shared.Version;
import java.util.Optional;

/** Changes how a member is called and spoken to; what is absent stays. */
@FunctionalInterface
public interface EditProfile {
  /**
   * @param zone an identifier of the IANA time zone database, such as {@code Asia/Seoul}
   * @param expected the version that the caller has seen; empty to change whatever it is
   */
  record Command(
      Caller caller,
      Optional<String> nickname,
      Optional<Language> language,
      Optional<String> zone,
      Optional<Version> expected) {}

  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND, INVALID_INPUT, NICKNAME_TAKEN,
   *     STALE_VERSION
   */
  MemberView edit(Command command);
}
