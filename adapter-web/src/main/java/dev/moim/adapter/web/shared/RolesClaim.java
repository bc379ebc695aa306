package dev.moim.adapter.web.shared;

import dev.moim.domain.member.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claim of an access token that names a member's role and all that it includes, least first.
 */
public final class RolesClaim {
  public static final String NAME = "roles";

  private RolesClaim() {}

  /** What to write for a role: {@code ["MEMBER", "MANAGER"]} for a manager. */
  public static List<String> of(Role role) {
    return Arrays.stream(Role.values()).filter(role::includes).map(Role::name).toList();
  }

  /** The role for which just that would be written; empty for anything else. */
  public static Optional<Role> role(Map<String, Object> claims) {
    return Arrays.stream(Role.values())
        .filter(role -> of(role).equals(claims.get(NAME)))
        .findFirst();
  }
}
