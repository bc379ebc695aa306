package dev.moim.domain.member;

import dev.moim.domain.shared.MemberId;

/** The signed-in member on whose behalf a use case runs. */
public record Caller(MemberId id, Role role) {
  public boolean is(MemberId member) {
    return id.equals(member);
  }

  public boolean isAtLeast(Role least) {
    return role.includes(least);
  }
}
