package dev.moim.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.moim.adapter.web.shared.WebError;
import dev.moim.testkit.shared.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider may answer, and what it must not (OpenID Connect Core 1.0, 3.1.3.7). */
class ProviderTest {
  private static final Journeys.Luggage LUGGAGE =
      new Journeys.Luggage("the-state", "the-verifier-".repeat(4), "the-nonce");
  private static final String BACK = "https://moim.example.org/login/oauth2/code/x";
  private static final String SECRET = "a/secret+that:needs escaping";
  private static RSAKey key;
  private static RSAKey otherKey;
  private static ECKey ecKey;

  private final SettableClock clock = new SettableClock();
  private final OutgoingCalls calls = new OutgoingCalls();
  private ScriptedProvider script;
  private Provider provider;

  @BeforeAll
  static void makeKeys() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    otherKey = new RSAKeyGenerator(2048).keyID("one").generate();
    ecKey = new ECKeyGenerator(Curve.P_256).keyID("two").generate();
  }

  @BeforeEach
  void start() throws IOException {
    script = new ScriptedProvider();
    script.discoverable(script.address());
    script.at("/keys", new JWKSet(List.of(key.toPublicJWK(), ecKey.toPublicJWK())).toString());
    provider = provider(openId(script.address()));
  }

  @AfterEach
  void stop() {
    calls.close();
    script.close();
  }

  private Provider provider(ProviderInput input) {
    return new Provider(ProviderSettings.of("x", input), calls, clock);
  }

  private static ProviderInput openId(String issuer) {
    return new ProviderInput(
        null, null, "moim", SECRET, null, issuer, null, null, null, null, null, null, null, null,
        null, null);
  }

  private ProviderInput plain(String emails) {
    return new ProviderInput(
        null,
        null,
        "moim",
        SECRET,
        "post",
        null,
        script.address() + "/authorize",
        script.address() + "/token",
        script.address() + "/me",
        emails.isEmpty() ? null : script.address() + emails,
        null,
        List.of("public"),
        "response.id",
        "response.nick",
        "response.email",
        null);
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(script.address())
        .audience("moim")
        .subject("subject-1")
        .claim("nonce", Sha256.base64(LUGGAGE.nonce()))
        .claim("email", "somebody@example.org")
        .claim("email_verified", true)
        .claim("preferred_username", "somebody")
        .issueTime(Date.from(clock.now()))
        .expirationTime(Date.from(clock.now().plus(Duration.ofMinutes(5))));
  }

  private static String signed(
      JWSAlgorithm algorithm, String id, JWTClaimsSet.Builder claims, JWSSigner signer) {
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(algorithm).keyID(id).build(), claims.build());
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String signed(JWTClaimsSet.Builder claims, RSAKey by) {
    try {
      return signed(JWSAlgorithm.RS256, "one", claims, new RSASSASigner(by));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private void issues(String idToken) {
    script.at(
        "/token",
        "{\"access_token\": \"at\", \"token_type\": \"Bearer\", \"id_token\": \"%s\"}"
            .formatted(idToken));
  }

  private Identified identify() {
    return provider.identify("the-code", LUGGAGE, BACK);
  }

  private void isNotTrusted() {
    failsWith(WebError.PROVIDER_NOT_TRUSTED);
  }

  private void failsWith(WebError code) {
    assertThatThrownBy(this::identify)
        .isInstanceOfSatisfying(
            ProviderFailure.class, failure -> assertThat(failure.code()).isEqualTo(code))
        .hasNoCause()
        .hasMessageNotContainingAny("the-code", SECRET, "eyJ", "somebody", "the-verifier");
  }

  @Test
  void a_good_answer_says_who_that_is() {
    issues(signed(claims(), key));

    assertThat(identify())
        .isEqualTo(
            new Identified("subject-1", Optional.of("somebody@example.org"), true, "somebody"));
    assertThat(script.asked)
        .filteredOn(asked -> asked.startsWith("/token"))
        .singleElement()
        .asString()
        .contains("code=the-code", "code_verifier=" + LUGGAGE.verifier(), "redirect_uri=")
        .contains("Basic ")
        .doesNotContain(SECRET, "client_secret");
  }

  @Test
  void a_key_of_another_kind_is_as_good() throws JOSEException {
    issues(signed(JWSAlgorithm.ES256, "two", claims(), new ECDSASigner(ecKey)));

    assertThat(identify().subject()).isEqualTo("subject-1");
  }

  private void refuses(UnaryOperator<JWTClaimsSet.Builder> change) {
    issues(signed(change.apply(claims()), key));
    isNotTrusted();
  }

  @Test
  void a_token_of_another_journey_is_refused() {
    refuses(claims -> claims.claim("nonce", Sha256.base64("another")));
    refuses(claims -> claims.claim("nonce", LUGGAGE.nonce()));
    refuses(claims -> claims.claim("nonce", null));
  }

  @Test
  void a_token_for_somebody_else_is_refused() {
    refuses(claims -> claims.audience("another-client"));
    refuses(claims -> claims.audience(List.of()));
    refuses(claims -> claims.audience(List.of("moim", "another-client")));
    refuses(claims -> claims.claim("azp", "another-client"));
  }

  @Test
  void a_token_of_another_issuer_is_refused() {
    refuses(claims -> claims.issuer("https://evil.example"));
    refuses(claims -> claims.issuer(script.address() + "/"));
    refuses(claims -> claims.issuer(null));
  }

  @Test
  void a_token_that_is_over_or_not_yet_begun_is_refused() {
    refuses(claims -> claims.expirationTime(Date.from(clock.now().minus(Duration.ofMinutes(2)))));
    refuses(claims -> claims.expirationTime(null));
    refuses(claims -> claims.issueTime(Date.from(clock.now().plus(Duration.ofMinutes(2)))));
  }

  @Test
  void a_token_about_nobody_is_refused() {
    refuses(claims -> claims.subject(null));
    refuses(claims -> claims.subject(""));
    refuses(claims -> claims.subject("x".repeat(256)));
    refuses(claims -> claims.subject("a b"));
  }

  @Test
  void a_token_without_a_signature_is_refused() {
    issues(new PlainJWT(claims().build()).serialize());

    isNotTrusted();
  }

  @Test
  void a_token_that_somebody_else_signed_is_refused() {
    issues(signed(claims(), otherKey));

    isNotTrusted();
  }

  @Test
  void a_public_key_is_no_shared_secret() throws JOSEException {
    byte[] known = key.toRSAPublicKey().getEncoded();
    byte[] pem =
        ("-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(known)
                + "\n-----END PUBLIC KEY-----\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] ours = (SECRET + SECRET).getBytes(StandardCharsets.UTF_8);
    for (byte[] secret : new byte[][] {known, pem, ours}) {
      issues(signed(JWSAlgorithm.HS256, "one", claims(), new MACSigner(secret)));
      isNotTrusted();
    }
  }

  @Test
  void an_algorithm_that_is_not_the_keys_is_refused() throws JOSEException {
    issues(signed(JWSAlgorithm.ES256, "one", claims(), new ECDSASigner(ecKey)));

    isNotTrusted();
  }

  @Test
  void what_is_no_token_is_refused() {
    for (String answer :
        new String[] {
          "{\"access_token\": \"at\", \"token_type\": \"Bearer\"}",
          "{\"access_token\": \"at\", \"token_type\": \"Bearer\", \"id_token\": \"eyJ\"}",
          "{\"access_token\": \"at\", \"token_type\": \"Bearer\", \"id_token\": \"\"}",
          "{\"token_type\": \"Bearer\"}",
          "{\"error\": \"bad_verification_code\"}",
          "[]",
          "no JSON",
          ""
        }) {
      script.at("/token", answer);
      isNotTrusted();
    }
  }

  @Test
  void a_code_that_the_provider_refuses_is_refused() {
    script.at("/token", ScriptedProvider.Answer.json(400, "{\"error\": \"invalid_grant\"}"));
    failsWith(WebError.PROVIDER_REFUSED);

    script.at("/token", ScriptedProvider.Answer.json(401, "{\"error\": \"invalid_client\"}"));
    failsWith(WebError.PROVIDER_REFUSED);
  }

  @Test
  void a_provider_in_trouble_is_away() {
    script.at("/token", ScriptedProvider.Answer.json(503, "{}"));

    failsWith(WebError.PROVIDER_AWAY);
  }

  @Test
  void nobody_is_led_elsewhere() {
    script.at("/elsewhere", "{\"access_token\": \"at\", \"token_type\": \"Bearer\"}");
    script.at("/token", ScriptedProvider.Answer.json(302, ""));
    assertThatThrownBy(this::identify).isInstanceOf(ProviderFailure.class);

    script.at("/token", ScriptedProvider.Answer.json(307, ""));
    assertThatThrownBy(this::identify).isInstanceOf(ProviderFailure.class);

    assertThat(script.asked).noneMatch(asked -> asked.startsWith("/elsewhere"));
  }

  @Test
  void an_answer_without_end_is_not_read_to_its_end() {
    script.at("/token", "{\"access_token\": \"" + "x".repeat(OutgoingCalls.MOST_BYTES) + "\"}");
    failsWith(WebError.PROVIDER_AWAY);

    issues(signed(claims(), key));
    script.at("/keys", "{\"keys\": [], \"x\": \"" + "x".repeat(OutgoingCalls.MOST_BYTES) + "\"}");
    failsWith(WebError.PROVIDER_AWAY);
  }

  @Test
  @Timeout(20)
  void a_provider_that_hangs_is_waited_for_in_vain_for_seconds_only() throws IOException {
    try (ScriptedProvider silent = new ScriptedProvider()) {
      Provider hanging = provider(openId(silent.address()));
      long before = System.nanoTime();

      assertThatThrownBy(() -> hanging.authorizationUri(LUGGAGE, BACK))
          .isInstanceOfSatisfying(
              ProviderFailure.class,
              failure -> assertThat(failure.code()).isEqualTo(WebError.PROVIDER_AWAY));

      Duration waited = Duration.ofNanos(System.nanoTime() - before);
      assertThat(waited).isLessThan(OutgoingCalls.LONGEST_READING.plusSeconds(5));
      assertThat(silent.asked).hasSize(1);
    }
  }

  @Test
  void a_provider_that_was_away_is_asked_again_after_a_while() {
    script.at("/.well-known/openid-configuration", ScriptedProvider.Answer.json(503, ""));
    issues(signed(claims(), key));
    failsWith(WebError.PROVIDER_AWAY);
    script.discoverable(script.address());
    failsWith(WebError.PROVIDER_AWAY);
    assertThat(script.asked).hasSize(1);

    clock.advance(Provider.PAUSE);
    issues(signed(claims(), key));

    assertThat(identify().subject()).isEqualTo("subject-1");
    assertThat(identify().subject()).isEqualTo("subject-1");
    assertThat(script.asked).filteredOn(asked -> asked.startsWith("/.well-known")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "%s/", ""})
  void a_description_of_another_issuer_is_not_believed(String issuer) {
    script.discoverable(issuer.formatted(script.address()));

    isNotTrusted();
  }

  @Test
  void addresses_without_tls_are_not_believed() {
    script.at(
        "/.well-known/openid-configuration",
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/a", "token_endpoint": "http://evil.example/t",
         "jwks_uri": "%1$s/keys", "response_types_supported": ["code"],
         "subject_types_supported": ["public"]}\
        """
            .formatted(script.address()));

    isNotTrusted();
  }

  @Test
  void what_the_token_leaves_out_is_asked_for_if_it_is_about_the_same_account() {
    issues(signed(claims().claim("email", null), key));
    script.at("/me", "{\"sub\": \"subject-1\", \"email\": \"other@example.org\"}");
    assertThat(identify().email()).hasValue("other@example.org");

    script.at("/me", "{\"sub\": \"subject-2\", \"email\": \"other@example.org\"}");
    isNotTrusted();

    script.at("/me", "{\"email\": \"other@example.org\"}");
    isNotTrusted();
  }

  @Test
  void plain_oauth_tells_who_that_is_in_its_own_words() {
    provider = provider(plain(""));
    script.at("/token", "{\"access_token\": \"at\", \"token_type\": \"bearer\"}");
    script.at(
        "/me",
        "{\"response\": {\"id\": 12345678901234567890, \"nick\": \"홍길동\","
            + " \"email\": \"hong@example.org\"}, \"email_verified\": \"true\"}");

    assertThat(identify())
        .isEqualTo(
            new Identified("12345678901234567890", Optional.of("hong@example.org"), true, "홍길동"));
    assertThat(script.asked).contains("/me Bearer at ");
    assertThat(script.asked.getFirst()).contains("client_secret=a%2Fsecret", "code_verifier=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"response\": {}}",
        "{\"response\": {\"id\": null}}",
        "{\"response\": {\"id\": \"\"}}",
        "{\"response\": {\"id\": 1.5}}",
        "{\"response\": {\"id\": true}}",
        "{\"response\": {\"id\": [1]}}",
        "{\"response\": \"id\"}",
        "[]",
        "null",
        "no JSON"
      })
  void who_says_nobody_says_nothing(String me) {
    provider = provider(plain(""));
    script.at("/token", "{\"access_token\": \"at\", \"token_type\": \"bearer\"}");
    script.at("/me", me);

    isNotTrusted();
  }

  @Test
  void of_several_addresses_the_primary_one_counts() {
    ProviderInput github =
        new ProviderInput(
            "github",
            null,
            "moim",
            SECRET,
            null,
            null,
            script.address() + "/authorize",
            script.address() + "/token",
            script.address() + "/me",
            script.address() + "/emails",
            null,
            null,
            null,
            null,
            null,
            null);
    provider = provider(github);
    script.at(
        "/token", "{\"access_token\": \"at\", \"token_type\": \"bearer\", \"scope\": \"a,b\"}");
    script.at("/me", "{\"id\": 583231, \"login\": \"octo-demo\", \"email\": null}");
    script.at(
        "/emails",
        "[{\"email\": \"a@example.org\", \"primary\": false, \"verified\": true},"
            + " {\"email\": \"b@example.org\", \"primary\": true, \"verified\": true}]");

    assertThat(identify())
        .isEqualTo(new Identified("583231", Optional.of("b@example.org"), true, "octo-demo"));

    script.at("/emails", "[]");
    assertThat(identify().email()).isEmpty();
  }
}
