package dev.moim.domain.member;

/** What a member may do; each role includes those before it. */
public enum Role {
  MEMBER,
  MANAGER,
  ADMIN;

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
