package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.shared.WebError;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where providers send browsers back to. The operator says where this installation is; without
 * that, a request's own word counts for this computer only, since anybody may write another host
 * into a request.
 */
final class PublicAddress {
  private final Reach reach;

  PublicAddress(Reach reach) {
    this.reach = reach;
  }

  /**
   * @throws dev.moim.domain.shared.DomainException PUBLIC_URL_NEEDED
   */
  String redirectUri(HttpServletRequest request, String provider) {
    String base = reach.publicUrl().map(Object::toString).orElseGet(() -> own(request));
    return base + "/login/oauth2/code/" + provider;
  }

  private static String own(HttpServletRequest request) {
    String host = request.getServerName();
    if (!Loopback.is(host) && !host.equals(request.getLocalAddr())) {
      throw WebError.PUBLIC_URL_NEEDED.exception();
    }
    return ServletUriComponentsBuilder.fromContextPath(request).replacePath("").toUriString();
  }
}
