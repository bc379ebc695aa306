package dev.moim.adapter.web.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/** What a provider tells about who has signed in; it gives nobody any rights here. */
record UserInfo(Map<String, Object> attributes) implements OAuth2User {
  @Override
  public Map<String, Object> getAttributes() {
    return attributes;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String getName() {
    return "";
  }

  @Override
  public String toString() {
    return "UserInfo[…]";
  }
}
