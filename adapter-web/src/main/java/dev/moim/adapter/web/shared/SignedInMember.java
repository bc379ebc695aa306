package dev.moim.adapter.web.shared;

import dev.moim.application.member.port.in.CheckAccess.Access;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A member whose token and standing were both found good for this request. Only who may act has
 * authorities: one for each role that the member's own includes.
 */
public final class SignedInMember extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient Access access;

  public SignedInMember(Access access) {
    super(authorities(access));
    this.access = access;
    setAuthenticated(true);
  }

  private static List<GrantedAuthority> authorities(Access access) {
    return access.status() == MemberStatus.ACTIVE
        ? Arrays.stream(Role.values())
            .filter(access.caller().role()::includes)
            .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
            .toList()
        : List.of();
  }

  public Access access() {
    return access;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return access.caller().id();
  }
}
