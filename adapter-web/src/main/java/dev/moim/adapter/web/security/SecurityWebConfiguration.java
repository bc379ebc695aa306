package dev.moim.adapter.web.security;

import dev.moim.adapter.web.limits.RequestLimits;
import dev.moim.adapter.web.shared.Problems;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.shared.WebError;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.domain.shared.SharedError;
import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may call what. Everything that is not named here as open needs an access token; what a member
 * may do with an object is decided by the use cases, on the object.
 */
@Configuration(proxyBeanMethods = false)
@Import({PasswordConfiguration.class, TokenConfiguration.class, PublicKeyController.class})
public class SecurityWebConfiguration {
  /**
   * No inline script or style anywhere; the pages, Swagger UI included, load theirs from here.
   * Members' pictures are fetched with an access token and shown from memory, as {@code blob:}.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=()";

  /** Where an access token means nothing; an old one in the request must not be in the way. */
  private static final RequestMatcher WITHOUT_TOKEN =
      new OrRequestMatcher(
          matcher(HttpMethod.POST, "/api/v1/members"),
          matcher(HttpMethod.POST, "/api/v1/sessions"),
          matcher(HttpMethod.POST, "/api/v1/sessions/refresh"),
          matcher(HttpMethod.DELETE, "/api/v1/sessions/current"),
          matcher(HttpMethod.POST, "/api/v1/email-confirmations"),
          matcher(HttpMethod.POST, "/api/v1/password-resets"),
          matcher(HttpMethod.POST, "/api/v1/password-resets/completion"),
          matcher(HttpMethod.GET, "/api/v1/categories"),
          matcher(HttpMethod.GET, "/api/v1/providers"),
          matcher(HttpMethod.GET, "/oauth2/authorization/*"),
          matcher(HttpMethod.GET, "/login/oauth2/code/*"),
          matcher(HttpMethod.GET, PublicKeyController.PATH),
          matcher(HttpMethod.HEAD, PublicKeyController.PATH));

  /** To read, for everybody. */
  private static final RequestMatcher PAGES =
      new OrRequestMatcher(
          Stream.of(
                  "/",
                  "/index.html",
                  "/favicon.ico",
                  "/assets/**",
                  "/webjars/**",
                  "/problems",
                  "/problems/*",
                  "/v3/api-docs",
                  "/v3/api-docs.yaml",
                  "/v3/api-docs/*",
                  "/swagger-ui.html",
                  "/swagger-ui/**")
              .flatMap(
                  path -> Stream.of(matcher(HttpMethod.GET, path), matcher(HttpMethod.HEAD, path)))
              .toList());

  /** Of a request to the API it is seen at once that it asks for no page. */
  private static final RequestMatcher OPEN_PAGES =
      request -> !request.getRequestURI().startsWith("/api/") && PAGES.matches(request);

  private static RequestMatcher matcher(HttpMethod method, String path) {
    return PathPatternRequestMatcher.pathPattern(method, path);
  }

  /**
   * Requests are observed as a whole; to observe each of some fifteen filters costs more than it
   * tells.
   */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      Problems problems,
      JwtDecoder accessTokenDecoder,
      CheckAccess checkAccess,
      RequestLimits limits,
      Reach reach) {
    AuthenticationEntryPoint signInFirst = signInFirst(problems);
    AccessDeniedHandler notAllowed =
        (request, response, denied) ->
            problems.write(request, response, SharedError.NOT_ALLOWED.exception());
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(
                    DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(WITHOUT_TOKEN)
                .permitAll()
                .requestMatchers(OPEN_PAGES)
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole("ADMIN")
                .anyRequest()
                .authenticated())
        .oauth2ResourceServer(server ->
            server
                .bearerTokenResolver(bearerTokens())
                .authenticationEntryPoint(limits.guard(signInFirst))
                .accessDeniedHandler(notAllowed)
                .jwt(jwt -> jwt.decoder(accessTokenDecoder)))
        // Before the store is asked: a session that has ended must not make it work without end.
        .addFilterAfter(limits.filter(), BearerTokenAuthenticationFilter.class)
        .addFilterAfter(
            new AccessChecks(checkAccess, signInFirst, problems::write),
            BearerTokenAuthenticationFilter.class)
        .exceptionHandling(handling ->
            handling.authenticationEntryPoint(signInFirst).accessDeniedHandler(notAllowed))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // A forged request from another site carries no access token, since scripts of that site
        // can't read it; and the two requests that a cookie alone authorises check their origin.
        .csrf(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .httpStrictTransportSecurity(tls -> {
                  if (reach.isSecure()) {
                    tls.requestMatcher(AnyRequestMatcher.INSTANCE).includeSubDomains(false);
                  }
                })
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY)))
        .build();
  }

  /** Paths that could be read in two ways are refused before anything looks at them. */
  @Bean
  RequestRejectedHandler rejectedRequests(Problems problems) {
    return (request, response, rejected) ->
        problems.write(request, response, WebError.MALFORMED.exception());
  }

  /** From the Authorization header only; tokens in URLs would end up in logs. */
  private static BearerTokenResolver bearerTokens() {
    BearerTokenResolver header = new BearerTokens();
    return request -> WITHOUT_TOKEN.matches(request) ? null : header.resolve(request);
  }

  private static AuthenticationEntryPoint signInFirst(Problems problems) {
    return (request, response, refused) -> {
      boolean token = refused instanceof OAuth2AuthenticationException;
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, token ? "Bearer error=\"invalid_token\"" : "Bearer");
      problems.write(request, response, SharedError.NOT_SIGNED_IN.exception());
    };
  }
}
