package dev.moim.adapter.web.security;

import dev.moim.adapter.web.shared.Hmac;
import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.domain.shared.LinkId;
import java.util.Base64;

/** Derives the secrets of links with HMAC-SHA256, under a secret that all nodes have. */
final class HmacLinkTokens implements LinkTokens {
  private final Hmac hmac;

  HmacLinkTokens(byte[] secret) {
    this.hmac = new Hmac(secret);
  }

  @Override
  public String tokenOf(LinkId link) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.of(link.toString()));
  }
}
