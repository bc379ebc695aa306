package dev.moim.domain.member;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;

/** The signed-in member on whose behalf a use case runs. */
public record Caller(MemberId id, Role role) {
  /** A member as far as no role is needed, for what is made for one without regard to any. */
  public static Caller plain(MemberId id) {
    return new Caller(id, Role.MEMBER);
  }

  public boolean is(MemberId member) {
    return id.equals(member);
  }

  public boolean isAtLeast(Role least) {
    return role.includes(least);
  }

  /**
   * Refuses whoever has a lower role.
   *
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED
   */
  public void require(Role least) {
    if (!isAtLeast(least)) {
      throw SharedError.NOT_ALLOWED.exception();
    }
  }
}
