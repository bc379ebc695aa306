package dev.moim.adapter.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * How requests reach this installation.
 *
 * @param trustedProxies whose word about a client's address counts
 * @param publicUrl where the outside world reaches it, if that is not where it listens: a scheme, a
 *     host and perhaps a port
 */
public record Reach(List<Network> trustedProxies, Optional<URI> publicUrl) {
  /** Without a proxy. */
  public static final Reach DIRECT = new Reach(List.of(), Optional.empty());

  public Reach {
    trustedProxies = List.copyOf(trustedProxies);
    publicUrl.ifPresent(Reach::requireOrigin);
  }

  private static void requireOrigin(URI url) {
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web
        || url.getHost() == null
        || !url.equals(URI.create(url.getScheme() + "://" + url.getAuthority()))
        || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          url + " is no address such as https://moim.example.org, without a path");
    }
  }

  /**
   * Where this installation is, without a slash at the end. The operator says so; without that, a
   * request's own word counts for this computer only, since anybody may write another host into a
   * request. Empty if nobody can tell.
   */
  public Optional<String> address(HttpServletRequest request) {
    return publicUrl.map(Object::toString).or(() -> own(request));
  }

  private static Optional<String> own(HttpServletRequest request) {
    String host = request.getServerName();
    return Loopback.is(host) || host.equals(request.getLocalAddr())
        ? Optional.of(
            ServletUriComponentsBuilder.fromContextPath(request).replacePath("").toUriString())
        : Optional.empty();
  }

  /** Whether browsers reach it through TLS, which may end before us. */
  public boolean isSecure() {
    return publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
  }

  /** Whether an {@code Origin} header names the public address; it has no default port. */
  public boolean isPublicOrigin(String origin) {
    return publicUrl.filter(url -> origin.equals(origin(url))).isPresent();
  }

  private static String origin(URI url) {
    int usual = "https".equals(url.getScheme()) ? 443 : 80;
    String port = url.getPort() == -1 || url.getPort() == usual ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost().toLowerCase(Locale.ROOT) + port;
  }
}
