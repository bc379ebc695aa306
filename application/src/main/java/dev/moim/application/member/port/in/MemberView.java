package dev.moim.application.member.port.in;

import dev.moim.domain.member.Block;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.Person;
import dev.moim.domain.member.PictureTag;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A member as seen by themselves and by admins.
 *
 * @param hasPassword whether one can sign in with a password, and not only through a provider
 * @param block present while the member may not act
 * @param erasedAt when the personal data of a member who has left is erased
 */
public record MemberView(
    MemberId id,
    String nickname,
    String email,
    boolean emailVerified,
    boolean hasPassword,
    Role role,
    MemberStatus status,
    Optional<Block> block,
    Optional<Instant> erasedAt,
    Language language,
    ZoneId zone,
    Optional<PictureTag> picture,
    Instant joinedAt,
    Version version) {
  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND if the person was erased
   */
  public static MemberView of(Member.Snapshot member, Instant now) {
    Person person = Member.restore(member).person();
    return new MemberView(
        member.id(),
        person.nickname().value(),
        person.email().value(),
        person.emailVerified(),
        person.password().isPresent(),
        member.role(),
        member.status(now),
        member.block().filter(block -> block.holds(now)),
        member.withdrawnAt().map(since -> since.plus(Member.UNDO)),
        person.language(),
        person.zone(),
        person.picture(),
        member.joinedAt(),
        member.version());
  }
}
