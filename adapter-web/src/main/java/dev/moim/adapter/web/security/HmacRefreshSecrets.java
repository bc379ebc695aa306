package dev.moim.adapter.web.security;

import dev.moim.adapter.web.shared.Hmac;
import dev.moim.application.member.port.out.RefreshSecrets;
import java.util.Base64;

/** Derives refresh tokens with HMAC-SHA256, under a secret that all nodes have from their keys. */
final class HmacRefreshSecrets implements RefreshSecrets {
  private final Hmac hmac;

  HmacRefreshSecrets(byte[] secret) {
    this.hmac = new Hmac(secret);
  }

  @Override
  public String successorOf(String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.of(token));
  }
}
