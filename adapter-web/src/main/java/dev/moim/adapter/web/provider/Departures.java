package dev.moim.adapter.web.provider;

import dev.moim.application.member.port.in.CheckAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** Sends browsers to providers. */
final class Departures {
  /** Ties journeys to the browser; it comes along when the provider sends the browser back. */
  static final String COOKIE = "__Host-moim-oauth";

  private final Providers providers;
  private final Journeys journeys;
  private final PublicAddress address;

  Departures(Providers providers, Journeys journeys, PublicAddress address) {
    this.providers = providers;
    this.journeys = journeys;
    this.address = address;
  }

  /**
   * A browser that is sent away.
   *
   * @param cookie the value of the header that sets the cookie
   */
  record Departure(String authorizationUri, String cookie) {
    @Override
    public String toString() {
      return "Departure[…]";
    }
  }

  /**
   * To sign in. Other tabs of the browser may be on their way already, so its cookie is kept.
   *
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_PROVIDER, PUBLIC_URL_NEEDED
   * @throws ProviderFailure PROVIDER_AWAY, PROVIDER_NOT_TRUSTED
   */
  Departure signIn(
      String provider, Page page, @Nullable String present, HttpServletRequest request) {
    String cookie = present != null && Journeys.isCookie(present) ? present : journeys.newCookie();
    return depart(provider, page, Optional.empty(), cookie, request);
  }

  /**
   * To link. The cookie is new: only the browser that this very answer goes to can come back.
   *
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_PROVIDER, PUBLIC_URL_NEEDED
   * @throws ProviderFailure PROVIDER_AWAY, PROVIDER_NOT_TRUSTED
   */
  Departure link(String provider, Page page, CheckAccess.Claim member, HttpServletRequest request) {
    return depart(provider, page, Optional.of(member), journeys.newCookie(), request);
  }

  private Departure depart(
      String id,
      Page page,
      Optional<CheckAccess.Claim> link,
      String cookie,
      HttpServletRequest request) {
    Provider provider = providers.get(id);
    String redirectUri = address.redirectUri(request, id);
    Journeys.Luggage luggage = journeys.setOut(id, page, link, cookie);
    return new Departure(
        provider.authorizationUri(luggage, redirectUri), cookie(cookie, Journeys.LONGEST));
  }

  /** The header's value that takes the cookie away. */
  static String noCookie() {
    return cookie("", Duration.ZERO);
  }

  /** Lax: a provider's page sends the browser back, and a Strict cookie would stay behind. */
  private static String cookie(String value, Duration lifetime) {
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .secure(true)
        .sameSite("Lax")
        .path("/")
        .maxAge(lifetime)
        .build()
        .toString();
  }
}
