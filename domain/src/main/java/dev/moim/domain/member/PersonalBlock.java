package dev.moim.domain.member;

import dev.moim.domain.shared.MemberId;
import java.time.Instant;

/**
 * One member's wish to have nothing to do with another: the two are never matched together, and
 * neither joins a room in which the other one is. Whom it is against never learns of it. Not to be
 * confused with a {@link Block}, by which the community keeps a warned member from acting.
 */
public record PersonalBlock(MemberId member, MemberId blocked, Instant since) {
  /** How many members one may block. */
  public static final int MOST = 1_000;

  /**
   * @throws dev.moim.domain.shared.DomainException CANNOT_BLOCK_ONESELF
   */
  public PersonalBlock {
    if (member.equals(blocked)) {
      throw MemberError.CANNOT_BLOCK_ONESELF.exception();
    }
  }

  /**
   * Tells that the block was placed.
   *
   * @param before how many others the member blocked before
   * @throws dev.moim.domain.shared.DomainException TOO_MANY_BLOCKS
   */
  public MemberEvent place(long before) {
    if (before >= MOST) {
      throw MemberError.TOO_MANY_BLOCKS.because("most", MOST);
    }
    return new MemberEvent.PersonallyBlocked(member, blocked, since);
  }

  /** Tells that the block was taken back. */
  public MemberEvent lift(Instant now) {
    return new MemberEvent.PersonallyUnblocked(member, blocked, now);
  }
}
