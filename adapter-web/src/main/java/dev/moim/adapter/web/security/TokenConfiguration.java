package dev.moim.adapter.web.security;

import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.moim.adapter.web.WebSettings;
import dev.moim.adapter.web.limits.RequestLimits;
import dev.moim.adapter.web.shared.CursorSecret;
import dev.moim.adapter.web.shared.ProviderSecret;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.application.member.port.out.RefreshSecrets;
import dev.moim.application.shared.Caches;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Randomness;
import dev.moim.domain.shared.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The keys of this installation, and the tokens that are made with them; it stands alone, so that
 * programs without a web server have it, too.
 */
@Configuration(proxyBeanMethods = false)
public class TokenConfiguration {
  /** One takes up some 200 bytes. */
  private static final int MOST_SIGNATURES = 200_000;

  @Bean
  KeyRing keyRing(WebSettings settings, Clock clock) {
    return KeyRing.open(settings.keyFile(), settings.keyLifetime(), clock);
  }

  @Bean
  CursorSecret cursorSecret(KeyRing keys) {
    return new CursorSecret(keys.derive("cursors"));
  }

  @Bean
  RefreshSecrets refreshSecrets(KeyRing keys) {
    return new HmacRefreshSecrets(keys.derive("refresh-tokens"));
  }

  @Bean
  VerifiedSignatures verifiedSignatures(Caches caches, ObjectProvider<RequestLimits> limits) {
    RequestLimits present = limits.getIfAvailable();
    return new VerifiedSignatures(
        caches.named("verified-signatures", AccessTokens.LIFETIME, MOST_SIGNATURES),
        present == null ? () -> true : present::mayFail);
  }

  @Bean
  AccessTokens accessTokens(
      KeyRing keys, VerifiedSignatures signatures, WebSettings settings, Ids ids) {
    return new NimbusAccessTokens(keys, signatures, settings.issuer(), settings.audience(), ids);
  }

  /** Verifies with our own keys and ES256, whatever the token says about algorithms and keys. */
  @Bean
  JwtDecoder accessTokenDecoder(
      KeyRing keys, VerifiedSignatures signatures, WebSettings settings, Clock clock) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new AccessTokenKeys(keys));
    processor.setJWSVerifierFactory(signatures);
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(NimbusAccessTokens.TYPE));
    // The claims are for AccessTokenRules, by our own clock.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setClaimSetConverter(AccessTokenRules::claims);
    decoder.setJwtValidator(new AccessTokenRules(settings.issuer(), settings.audience(), clock));
    return decoder;
  }

  @Bean
  LinkTokens linkTokens(KeyRing keys) {
    return new HmacLinkTokens(keys.derive("mailed-links"));
  }

  @Bean
  ProviderSecret providerSecret(KeyRing keys) {
    return new ProviderSecret(keys.derive("providers"));
  }

  @Bean
  DeviceCookies deviceCookies(KeyRing keys, Randomness randomness) {
    return new DeviceCookies(keys.derive("device-cookies"), randomness);
  }
}
