package dev.moim.adapter.web.limits;

import dev.moim.adapter.web.shared.ClientAddress;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.Problems;
import dev.moim.adapter.web.shared.RateLimitFields;
import dev.moim.adapter.web.shared.SignedInMember;
import dev.moim.application.shared.RateLimits;
import dev.moim.application.shared.RateLimits.Decision;
import dev.moim.application.shared.RateLimits.Limit;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.SharedError;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Makes requests take tokens, and refuses those for which there is none. Whoever is signed in takes
 * from a bucket of their own, wherever they are; others share that of their address.
 *
 * <p>A request comes by here up to twice. Behind the check of its access token, and before anything
 * asks the store, it takes an ordinary token; one whose access token is bad never comes that far,
 * so it takes the token where it is told to sign in, and it is not even verified while there is no
 * token to take. Before a {@link Costly} endpoint it takes one of that kind as well.
 */
public final class RequestLimits {
  private static final RequestMatcher LIMITED =
      new OrRequestMatcher(
          PathPatternRequestMatcher.pathPattern("/api/**"),
          PathPatternRequestMatcher.pathPattern("/oauth2/**"),
          PathPatternRequestMatcher.pathPattern("/login/oauth2/**"));

  /** Of a request whose access token was not looked at. */
  private static final String UNJUDGED = RequestLimits.class.getName() + ".unjudged";

  private final RateLimits limits;
  private final LimitSettings settings;
  private final ClientAddress clientAddress;
  private final Problems problems;

  RequestLimits(
      RateLimits limits, LimitSettings settings, ClientAddress clientAddress, Problems problems) {
    this.limits = limits;
    this.settings = settings;
    this.clientAddress = clientAddress;
    this.problems = problems;
  }

  /** Takes the ordinary token; belongs behind whatever finds out who is asking. */
  public Filter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        if ((!LIMITED.matches(request) && member().isEmpty()) || mayPass(request, response)) {
          chain.doFilter(request, response);
        }
      }
    };
  }

  /** Answers those whose access token is bad, on whatever path, while their address has tokens. */
  public AuthenticationEntryPoint guard(AuthenticationEntryPoint answer) {
    return (request, response, refused) -> {
      if (!mayPass(request, response)) {
        return;
      }
      if (request.getAttribute(UNJUDGED) == null) {
        answer.commence(request, response, refused);
      } else {
        // A token has come back meanwhile; of a good access token it must not be said that it is
        // bad.
        problems.write(
            request,
            response,
            SharedError.TOO_MANY_REQUESTS.because(DomainException.RETRY_AFTER, 1L));
      }
    };
  }

  /**
   * Whether the address of the request that this thread works on has a token left for an access
   * token that proves to be bad; if not, it is not worth the work to find out whether it is.
   */
  public boolean mayFail() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here)) {
      return true;
    }
    HttpServletRequest request = here.getRequest();
    boolean may = limits.hasToken(settings.address(), clientAddress.subscriber(request));
    if (!may) {
      request.setAttribute(UNJUDGED, true);
    }
    return may;
  }

  private boolean mayPass(HttpServletRequest request, HttpServletResponse response) {
    Limit limit = member().isPresent() ? settings.member() : settings.address();
    try {
      take(limit, request, response);
      return true;
    } catch (DomainException refusal) {
      problems.write(request, response, refusal);
      return false;
    }
  }

  /** Takes the costly token. */
  HandlerInterceptor interceptor() {
    return new HandlerInterceptor() {
      @Override
      public boolean preHandle(
          HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
          Optional.ofNullable(method.getMethodAnnotation(Costly.class))
              .ifPresent(costly -> take(settings.of(costly.value()), request, response));
        }
        return true;
      }
    };
  }

  /** Whom a genuine access token names, before or behind the check of the member's standing. */
  private static Optional<String> member() {
    return switch (SecurityContextHolder.getContext().getAuthentication()) {
      case JwtAuthenticationToken token -> Optional.of(token.getName());
      case SignedInMember member -> Optional.of(member.getName());
      case null, default -> Optional.empty();
    };
  }

  private void take(Limit limit, HttpServletRequest request, HttpServletResponse response) {
    String owner = member().orElseGet(() -> clientAddress.subscriber(request));
    Decision decision = limits.take(limit, owner);
    RateLimitFields.add(response, limit, decision);
    if (!decision.taken()) {
      throw SharedError.TOO_MANY_REQUESTS.because(
          DomainException.RETRY_AFTER, RateLimitFields.wholeSeconds(decision.untilNext()));
    }
  }
}
