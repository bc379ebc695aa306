package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.member.SessionCookies;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.Open;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.adapter.web.shared.Texts;
import dev.moim.adapter.web.shared.WebError;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Browsers on their way to a provider and back. They are always sent on, to the provider or to a
 * page of ours, and no address they are sent to has a token, a code, or anything about anybody.
 */
@RestController
@Tag(name = "Sessions")
class ProviderSignInController {
  private static final Logger log = LoggerFactory.getLogger(ProviderSignInController.class);

  private final Departures departures;
  private final Arrivals arrivals;
  private final PublicAddress address;
  private final SessionCookies cookies;

  ProviderSignInController(
      Departures departures, Arrivals arrivals, PublicAddress address, SessionCookies cookies) {
    this.departures = departures;
    this.arrivals = arrivals;
    this.address = address;
    this.cookies = cookies;
  }

  @GetMapping("/oauth2/authorization/{provider}")
  @ResponseStatus(HttpStatus.FOUND)
  @Open
  @Costly(Costly.Kind.SIGN_IN)
  @Sends({HttpHeaders.LOCATION, HttpHeaders.SET_COOKIE})
  @Operation(
      summary = "Where a browser goes to sign in through a provider",
      description =
          "It is sent on to the provider, or to `/#/sign-in?problem=<code>`, and comes to the page"
              + " `next` in the end, which is what stands behind `#` there.")
  ResponseEntity<Void> depart(
      @PathVariable String provider,
      @RequestParam(required = false) @Nullable String next,
      @Parameter(hidden = true) @CookieValue(name = Departures.COOKIE, required = false)
          @Nullable String cookie,
      HttpServletRequest request) {
    try {
      Departures.Departure departure =
          departures.signIn(provider, Page.named(next, Page.HOME), cookie, request);
      return sendTo(departure.authorizationUri(), departure.cookie());
    } catch (RuntimeException failure) {
      return sendTo(Page.SIGN_IN.location(explain(provider, failure)));
    }
  }

  @GetMapping("/login/oauth2/code/{provider}")
  @ResponseStatus(HttpStatus.FOUND)
  @Open
  @Sends({HttpHeaders.LOCATION, HttpHeaders.SET_COOKIE})
  @Operation(
      summary = "Where a provider sends a browser back to",
      description =
          "It is sent on to the page it asked for, with the cookies of a session, or to"
              + " `/#/sign-in?problem=<code>`.")
  ResponseEntity<Void> arrive(
      @PathVariable String provider,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String error,
      @RequestParam(name = "iss", required = false) @Nullable String issuer,
      @Parameter(hidden = true) @CookieValue(name = Departures.COOKIE, required = false)
          @Nullable String cookie,
      @Parameter(hidden = true) @CookieValue(name = SessionCookies.DEVICE, required = false)
          @Nullable String device,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages,
      Origin origin,
      HttpServletRequest request) {
    Page unsuccessful = Page.SIGN_IN;
    try {
      Arrivals.Answer answer = new Arrivals.Answer(state, code, error, issuer);
      Journeys.Returned back = arrivals.receive(provider, answer, cookie);
      Journey journey = back.journey();
      unsuccessful = journey.link().isPresent() ? journey.page() : Page.SIGN_IN;
      Identified who = arrivals.identify(back, answer, address.redirectUri(request, provider));
      if (journey.link().isPresent()) {
        arrivals.link(provider, who, journey.link().get());
        return sendTo(journey.page().location(), Departures.noCookie());
      }
      SessionView session = arrivals.signIn(provider, who, Texts.language(languages), origin);
      return sendTo(
          journey.page().location(),
          cookies.refresh(session),
          cookies.device(session, device),
          Departures.noCookie());
    } catch (RuntimeException failure) {
      return sendTo(unsuccessful.location(explain(provider, failure)));
    }
  }

  private static ResponseEntity<Void> sendTo(String location, String... cookies) {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(HttpStatus.FOUND).header(HttpHeaders.LOCATION, location);
    return cookies.length == 0
        ? response.build()
        : response.header(HttpHeaders.SET_COOKIE, cookies).build();
  }

  /** The code of a refusal, for the page; what else is known of it is for the log. */
  private static String explain(String provider, RuntimeException failure) {
    return switch (failure) {
      case DomainException refusal -> refusal.code().name();
      case ProviderFailure trouble -> {
        log.warn("{}: {} ({})", provider, trouble.code(), trouble.getMessage());
        yield trouble.code().name();
      }
      default -> {
        log.error("signing in through {} failed", provider, failure);
        yield WebError.INTERNAL_ERROR.name();
      }
    };
  }
}
