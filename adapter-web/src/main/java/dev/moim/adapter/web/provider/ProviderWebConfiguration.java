package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.ProviderSecret;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.application.member.port.in.LinkIdentity;
import dev.moim.application.member.port.in.SignInWithProvider;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.UsedOnce;
import dev.moim.domain.shared.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Signing in through providers, over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({ProviderController.class, ProviderSignInController.class, IdentityController.class})
public class ProviderWebConfiguration {
  @Bean
  OutgoingCalls outgoingCalls() {
    return new OutgoingCalls();
  }

  @Bean
  Providers providers(ProvidersSettings settings, OutgoingCalls calls, Clock clock) {
    return new Providers(settings, calls, clock);
  }

  @Bean
  Journeys journeys(ProviderSecret secret, Randomness randomness, UsedOnce usedOnce, Clock clock) {
    return new Journeys(secret, randomness, usedOnce, clock);
  }

  @Bean
  PublicAddress publicAddress(Reach reach) {
    return new PublicAddress(reach);
  }

  @Bean
  Departures departures(Providers providers, Journeys journeys, PublicAddress address) {
    return new Departures(providers, journeys, address);
  }

  @Bean
  Arrivals arrivals(
      Providers providers,
      Journeys journeys,
      SignInWithProvider signIn,
      LinkIdentity linkIdentity,
      CheckAccess checkAccess) {
    return new Arrivals(providers, journeys, signIn, linkIdentity, checkAccess);
  }
}
