package dev.moim.adapter.web.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import dev.moim.adapter.web.shared.WebError;
import dev.moim.domain.shared.Clock;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * A provider, spoken to with Spring Security's parts: the authorization code flow (RFC 6749, 4.1)
 * with PKCE (RFC 7636), and OpenID Connect Core 1.0 where the provider speaks it.
 *
 * <p>What the provider publishes about itself is asked for when it is first needed, so that nobody
 * else waits for it. While it is away, it is asked again now and then only: all who come in between
 * are told at once. Thread-safe.
 */
final class Provider {
  /** After a vain attempt, the provider is left alone for so long. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private static final String EMAIL = "email";
  private static final String EMAIL_VERIFIED = "email_verified";

  private final ProviderSettings settings;
  private final OutgoingCalls calls;
  private final Clock clock;
  private final AttributeReader attributes;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Known known;

  /** Guarded by the lock. */
  private @Nullable Instant askedInVain;

  Provider(ProviderSettings settings, OutgoingCalls calls, Clock clock) {
    this.settings = settings;
    this.calls = calls;
    this.clock = clock;
    this.attributes = new AttributeReader(settings.attributes());
  }

  /** A provider whose addresses are known, and what speaks with it. */
  private record Known(ClientRegistration registration, AuthenticationProvider speaker) {}

  String id() {
    return settings.id();
  }

  String name() {
    return settings.name();
  }

  /**
   * Where to send a browser.
   *
   * @param redirectUri where it comes back to
   * @throws ProviderFailure PROVIDER_AWAY, PROVIDER_NOT_TRUSTED
   */
  String authorizationUri(Journeys.Luggage luggage, String redirectUri) {
    return request(known().registration, luggage, redirectUri).getAuthorizationRequestUri();
  }

  /**
   * Who has come back with a code.
   *
   * @throws ProviderFailure PROVIDER_AWAY, PROVIDER_REFUSED, PROVIDER_NOT_TRUSTED
   */
  Identified identify(String code, Journeys.Luggage luggage, String redirectUri) {
    Known provider = known();
    OAuth2AuthorizationExchange exchange =
        new OAuth2AuthorizationExchange(
            request(provider.registration, luggage, redirectUri),
            OAuth2AuthorizationResponse.success(code)
                .redirectUri(redirectUri)
                .state(luggage.state())
                .build());
    try {
      Authentication identified =
          provider.speaker.authenticate(
              new OAuth2LoginAuthenticationToken(provider.registration, exchange));
      if (identified != null && identified.getPrincipal() instanceof OAuth2User user) {
        return attributes.read(user.getAttributes());
      }
      throw new IllegalStateException("neither OAuth 2 nor OpenID Connect");
    } catch (RuntimeException e) {
      throw ProviderFailure.of(e);
    }
  }

  /** The issuer that a return must come from, where the provider says so (RFC 9207). */
  boolean isIssuer(@Nullable String issuer) {
    return issuer == null || settings.issuer().filter(issuer::equals).isPresent();
  }

  private static OAuth2AuthorizationRequest request(
      ClientRegistration registration, Journeys.Luggage luggage, String redirectUri) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(PkceParameterNames.CODE_CHALLENGE, Sha256.base64(luggage.verifier()));
    parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
    Map<String, Object> kept = new HashMap<>();
    kept.put(PkceParameterNames.CODE_VERIFIER, luggage.verifier());
    if (registration.getScopes().contains("openid")) {
      // The parameter is a hash of what is kept, since Spring Security compares so.
      parameters.put(OidcParameterNames.NONCE, Sha256.base64(luggage.nonce()));
      kept.put(OidcParameterNames.NONCE, luggage.nonce());
    }
    kept.put(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId());
    return OAuth2AuthorizationRequest.authorizationCode()
        .clientId(registration.getClientId())
        .authorizationUri(
            Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
        .redirectUri(redirectUri)
        .scopes(registration.getScopes())
        .state(luggage.state())
        .additionalParameters(parameters)
        .attributes(all -> all.putAll(kept))
        .build();
  }

  private Known known() {
    Known present = known;
    if (present != null) {
      return present;
    }
    asking.lock();
    try {
      present = known;
      if (present == null) {
        present = ask();
        known = present;
      }
      return present;
    } finally {
      asking.unlock();
    }
  }

  private Known ask() {
    Instant now = clock.now();
    if (askedInVain != null
        && now.isBefore(askedInVain.plus(PAUSE))
        && !now.isBefore(askedInVain)) {
      throw new ProviderFailure(WebError.PROVIDER_AWAY, "was away a moment ago");
    }
    try {
      ClientRegistration registration =
          settings.endpoints().map(this::registered).orElseGet(this::discovered);
      return new Known(registration, speaker(registration));
    } catch (RuntimeException e) {
      askedInVain = clock.now();
      throw ProviderFailure.of(e);
    }
  }

  private ClientRegistration registered(ProviderSettings.Endpoints endpoints) {
    ClientRegistration.Builder builder =
        ClientRegistration.withRegistrationId(settings.id())
            .authorizationUri(endpoints.authorization().toString())
            .tokenUri(endpoints.token().toString());
    settings.issuer().ifPresent(builder::issuerUri);
    endpoints.userInfo().ifPresent(uri -> builder.userInfoUri(uri.toString()));
    endpoints.jwkSet().ifPresent(uri -> builder.jwkSetUri(uri.toString()));
    return complete(builder);
  }

  /** By OpenID Connect Discovery 1.0; the document is the issuer's if it says so itself (4.3). */
  private ClientRegistration discovered() {
    String issuer = settings.issuer().orElseThrow();
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    Map<String, Object> document = calls.object(URI.create(base + WELL_KNOWN), Optional.empty());
    if (!issuer.equals(document.get("issuer"))) {
      throw new ProviderFailure(WebError.PROVIDER_NOT_TRUSTED, "describes another issuer");
    }
    ClientRegistration registration =
        complete(
            ClientRegistrations.fromOidcConfiguration(document)
                .registrationId(settings.id())
                .issuerUri(issuer));
    var details = registration.getProviderDetails();
    boolean fit =
        Stream.of(
                details.getAuthorizationUri(),
                details.getTokenUri(),
                details.getJwkSetUri(),
                details.getUserInfoEndpoint().getUri())
            .filter(Objects::nonNull)
            .allMatch(uri -> ProviderSettings.isFit(URI.create(uri)));
    if (!fit || details.getJwkSetUri() == null) {
      throw new ProviderFailure(WebError.PROVIDER_NOT_TRUSTED, "describes unfit addresses");
    }
    return registration;
  }

  private ClientRegistration complete(ClientRegistration.Builder builder) {
    if (settings.client().secretInBody()) {
      builder.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }
    return builder
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .clientId(settings.client().id())
        .clientSecret(settings.client().secret())
        .clientName(settings.name())
        .scope(settings.scopes())
        .userNameAttributeName("sub")
        .redirectUri("{baseUrl}/login/oauth2/code/" + settings.id())
        .build();
  }

  private AuthenticationProvider speaker(ClientRegistration registration) {
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        calls
            .client()
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    if (settings.issuer().isEmpty()) {
      return new OAuth2LoginAuthenticationProvider(tokens, this::userInfo);
    }
    OidcUserService users = new OidcUserService();
    users.setOauth2UserService(this::userInfo);
    users.setRetrieveUserInfo(Provider::tellsTooLittle);
    JwtDecoder decoder = decoder(registration);
    OidcAuthorizationCodeAuthenticationProvider speaker =
        new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
    speaker.setJwtDecoderFactory(client -> decoder);
    return speaker;
  }

  /** Whether the rest has to be asked for; providers may leave it out of the identity token. */
  private static boolean tellsTooLittle(OidcUserRequest request) {
    return request.getIdToken().getEmail() == null
        && request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri()
            != null;
  }

  private UserInfo userInfo(OAuth2UserRequest request) {
    String uri =
        Objects.requireNonNull(
            request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri());
    Optional<String> token = Optional.of(request.getAccessToken().getTokenValue());
    Map<String, Object> told = new HashMap<>(calls.object(URI.create(uri), token));
    settings
        .endpoints()
        .flatMap(ProviderSettings.Endpoints::emails)
        .map(emails -> calls.objects(emails, token))
        .ifPresent(all -> addPrimary(all, told));
    return new UserInfo(told);
  }

  /** The address that somebody has chosen to be reached at. */
  private static void addPrimary(List<Map<String, Object>> all, Map<String, Object> told) {
    all.stream()
        .filter(address -> Boolean.TRUE.equals(address.get("primary")))
        .findFirst()
        .ifPresent(address -> {
          told.put(EMAIL, address.get(EMAIL));
          told.put(EMAIL_VERIFIED, address.get("verified"));
        });
  }

  /**
   * Takes identity tokens that the issuer's keys have signed, with an algorithm of their kind: no
   * key of theirs is a shared secret, and none is good for {@code none}.
   */
  private JwtDecoder decoder(ClientRegistration registration) {
    URI jwkSet =
        URI.create(Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()));
    try {
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(jwkSet.toURL(), url -> keySet(jwkSet))
              .refreshAheadCache(false)
              .build();
      NimbusJwtDecoder decoder =
          NimbusJwtDecoder.withJwkSource(keys)
              .jwsAlgorithms(known -> known.addAll(List.of(SignatureAlgorithm.values())))
              .build();
      decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
      decoder.setJwtValidator(token -> validate(registration, token));
      return decoder;
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no address of keys", e);
    }
  }

  private OAuth2TokenValidatorResult validate(ClientRegistration registration, Jwt token) {
    OidcIdTokenValidator rules = new OidcIdTokenValidator(registration);
    rules.setClock(java.time.Clock.fixed(clock.now(), ZoneOffset.UTC));
    return rules.validate(token);
  }

  private Resource keySet(URI uri) throws IOException {
    try {
      return new Resource(calls.text(uri), MediaType.APPLICATION_JSON_VALUE);
    } catch (ProviderFailure e) {
      throw new IOException("the keys can't be had", e);
    }
  }
}
