package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moim.adapter.web.limits.LimitSettings;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.application.shared.RateLimits.Limit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** What the settings of limits, addresses and signatures become. */
class SettingsTest {
  private static final String SECRET = "bm90LWEtc2VjcmV0LWp1c3QtYW4tZXhhbXBsZS1rZXk=";

  private static MoimSettings settings(String... keysAndValues) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      all.put("moim." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate(
            "moim",
            org.springframework.boot.context.properties.bind.Bindable.of(MoimSettings.class),
            BindHandler.DEFAULT);
  }

  private static void refused(String key, ThrowingCallable reading) {
    assertThatIllegalArgumentException()
        .isThrownBy(reading)
        .withMessageStartingWith("the setting moim." + key + ": ")
        .withMessageNotContaining("\n");
  }

  @Test
  void nothing_set_is_as_documented() {
    assertThat(settings().limitSettings()).isEqualTo(LimitSettings.DEFAULT);
    assertThat(settings().clientSignatures().required()).isFalse();
    assertThat(settings().reach().trustedProxies()).isEmpty();
    assertThat(settings().reach().publicUrl()).isEmpty();
  }

  @Test
  void half_a_limit_may_be_set() {
    LimitSettings limits =
        settings("limits.sign-up.capacity", "200", "limits.member.refill", "1s").limitSettings();

    assertThat(limits.of(Costly.Kind.SIGN_UP))
        .isEqualTo(new Limit("sign-up", 200, Duration.ofMinutes(30)));
    assertThat(limits.member()).isEqualTo(new Limit("member", 20, Duration.ofSeconds(1)));
    assertThat(limits.address()).isEqualTo(LimitSettings.DEFAULT.address());
  }

  @Test
  void a_limit_that_lets_nobody_through_is_refused() {
    refused("limits.search", () -> settings("limits.search.capacity", "0").limitSettings());
    refused("limits.member", () -> settings("limits.member.refill", "0s").limitSettings());
  }

  @Test
  void proxies_are_addresses_or_networks() {
    assertThat(settings("trusted-proxies", "10.0.0.0/8, ::1").reach().trustedProxies()).hasSize(2);
    refused("trusted-proxies", () -> settings("trusted-proxies", "nginx").reach());
  }

  @Test
  void the_public_url_is_an_origin() {
    assertThat(settings("public-url", "https://moim.example.org/").reach().publicUrl())
        .hasToString("Optional[https://moim.example.org]");
    refused("public-url", () -> settings("public-url", "moim.example.org").reach());
    refused("public-url", () -> settings("public-url", "https://not a url").reach());
  }

  @Test
  void links_in_mails_never_come_from_a_request() {
    MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8123");

    assertThat(new PublicUrl(settings().reach().publicUrl(), environment).get())
        .hasToString("http://localhost:8123");
    assertThat(
            new PublicUrl(
                    settings("public-url", "https://moim.example.org").reach().publicUrl(),
                    environment)
                .get())
        .hasToString("https://moim.example.org");
  }

  @Test
  void secrets_of_clients_are_checked_and_never_shown() {
    MoimSettings settings = settings("client-signature.keys.our-app", SECRET);

    assertThat(settings.toString()).contains("our-app").doesNotContain(SECRET);
    assertThat(settings.clientSignatures().toString()).doesNotContain(SECRET);
    refused(
        "client-signature",
        () -> settings("client-signature.keys.our-app", "c2hvcnQ=").clientSignatures());
    refused(
        "client-signature", () -> settings("client-signature.required", "true").clientSignatures());
  }
}
