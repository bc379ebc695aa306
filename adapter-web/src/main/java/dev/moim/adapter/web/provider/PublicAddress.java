package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.shared.WebError;
import jakarta.servlet.http.HttpServletRequest;

/** Where providers send browsers back to. */
final class PublicAddress {
  private final Reach reach;

  PublicAddress(Reach reach) {
    this.reach = reach;
  }

  /**
   * @throws dev.moim.domain.shared.DomainException PUBLIC_URL_NEEDED
   */
  String redirectUri(HttpServletRequest request, String provider) {
    return reach.address(request).orElseThrow(WebError.PUBLIC_URL_NEEDED::exception)
        + "/login/oauth2/code/"
        + provider;
  }
}
