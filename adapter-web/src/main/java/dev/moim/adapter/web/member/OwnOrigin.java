package dev.moim.adapter.web.member;

import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.shared.WebError;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Tells requests of our own pages from those that another site makes a browser send. Every browser
 * says where a request comes from, in headers that scripts can't forge: {@code Sec-Fetch-Site} (W3C
 * Fetch Metadata), older ones {@code Origin}. A client that says neither is no browser, and nobody
 * can misuse the cookies of somebody else through it.
 */
final class OwnOrigin {
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final Reach reach;

  OwnOrigin(Reach reach) {
    this.reach = reach;
  }

  /**
   * @throws dev.moim.domain.shared.DomainException FOREIGN_ORIGIN
   */
  void require(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean own =
        site != null
            ? OWN_SITES.contains(site)
            : origin == null || isOwn(origin, request) || reach.isPublicOrigin(origin);
    if (!own) {
      throw WebError.FOREIGN_ORIGIN.exception();
    }
  }

  private static boolean isOwn(String origin, HttpServletRequest request) {
    URI own = ServletUriComponentsBuilder.fromContextPath(request).replacePath("").build().toUri();
    return origin.equals(own.toString());
  }
}
