package dev.moim.adapter.web.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A provider that nobody has told about these tests: Spring's authorization server, with a form to
 * sign in at. It insists on PKCE. To one client it speaks OpenID Connect; to another one plain
 * OAuth 2, and tells who somebody is at {@code /v2/me}.
 */
final class RealProvider {
  static final String OPEN_ID = "real";
  static final String PLAIN = "school";
  static final String CLIENT = "moim";
  static final String SECRET = "client-secret-that-nobody-may-see";
  static final String PASSWORD = "a-password-there";

  /** Started once for all tests. */
  private static final class Holder {
    private static final RealProvider STARTED = new RealProvider();
  }

  private final ConfigurableApplicationContext context;
  private final Accounts accounts;

  private RealProvider() {
    SpringApplication application = new SpringApplication(Server.class);
    application.setRegisterShutdownHook(true);
    context =
        application.run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.main.banner-mode=off",
            "--springdoc.api-docs.enabled=false",
            "--springdoc.swagger-ui.enabled=false");
    accounts = context.getBean(Accounts.class);
  }

  static RealProvider shared() {
    return Holder.STARTED;
  }

  String address() {
    int port =
        Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
    return "http://127.0.0.1:" + port;
  }

  /** Somebody who has an account there. */
  void add(String login, Map<String, Object> told) {
    accounts.told.put(login, told);
  }

  /** Who has an account, and what is told of them. */
  static final class Accounts {
    private final Map<String, Map<String, Object>> told = new ConcurrentHashMap<>();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Server {
    @Bean
    @Order(1)
    SecurityFilterChain endpoints(HttpSecurity http) {
      return http.oauth2AuthorizationServer(
              server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(Customizer.withDefaults());
              })
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .exceptionHandling(handling ->
              handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    Accounts accounts() {
      return new Accounts();
    }

    @Bean
    Me me(Accounts accounts) {
      return new Me(accounts);
    }

    @Bean
    UserDetailsService people(Accounts accounts) {
      return login ->
          Optional.ofNullable(accounts.told.get(login))
              .map(told ->
                  User.withUsername(login).password("{noop}" + PASSWORD).roles("USER").build())
              .orElseThrow();
    }

    @Bean
    RegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(
          client(OPEN_ID, ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .clientId(CLIENT)
              .scope("openid")
              .scope("profile")
              .scope("email")
              .build(),
          client(PLAIN, ClientAuthenticationMethod.CLIENT_SECRET_POST)
              .clientId(CLIENT + "-plain")
              .scope("public")
              .build());
    }

    private static RegisteredClient.Builder client(String id, ClientAuthenticationMethod method) {
      return RegisteredClient.withId(id)
          .clientSecret("{noop}" + SECRET + id)
          .clientAuthenticationMethod(method)
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .redirectUri(JourneyTest.PUBLIC + "/login/oauth2/code/" + id)
          .clientSettings(
              ClientSettings.builder()
                  .requireProofKey(true)
                  .requireAuthorizationConsent(false)
                  .build());
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
      RSAKey key = new RSAKeyGenerator(2048).keyID("real").generate();
      return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
      return NimbusJwtDecoder.withJwkSource(keys).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Accounts accounts) {
      return context -> {
        Authentication somebody = context.getPrincipal();
        boolean idToken = context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN);
        if (idToken && somebody != null) {
          Map<String, Object> told = accounts.told.getOrDefault(somebody.getName(), Map.of());
          context.getClaims().claims(claims -> claims.putAll(told));
        }
      };
    }
  }

  /** What a provider without OpenID Connect tells, in its own words. */
  @RestController
  static final class Me {
    private final Accounts accounts;

    Me(Accounts accounts) {
      this.accounts = accounts;
    }

    @GetMapping("/v2/me")
    Map<String, Object> me(@AuthenticationPrincipal Jwt token) {
      return Objects.requireNonNull(accounts.told.get(Objects.requireNonNull(token.getSubject())));
    }
  }
}
