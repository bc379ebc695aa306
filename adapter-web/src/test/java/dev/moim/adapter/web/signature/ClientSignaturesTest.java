package dev.moim.adapter.web.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moim.adapter.web.ApiTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Where signatures are required; the requests here are signed with code of the test's own. */
@Import(ClientSignaturesTest.Setting.class)
class ClientSignaturesTest extends ApiTest {
  private static final byte[] SECRET =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final String PATH = "/api/v1/sessions";
  private static final String BODY = "{\"email\":\"nobody@example.org\",\"password\":\"wrong\"}";
  private static final String COMPONENTS = "(\"@method\" \"@path\" \"content-digest\")";
  private static final AtomicInteger NONCES = new AtomicInteger();

  @TestConfiguration(proxyBeanMethods = false)
  static class Setting {
    @Bean
    @Primary
    ClientSignatureSettings required() {
      return new ClientSignatureSettings(
          true,
          Map.of("app-1", ClientSignatureSettings.Key.ofBase64(base64(SECRET))),
          Duration.ofMinutes(5));
    }
  }

  private final String nonce = "nonce-000" + NONCES.incrementAndGet();

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String digest(String body) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return "sha-256=:" + base64(hash) + ":";
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String base(String method, String path, String digest, String params) {
    return "\"@method\": %s\n\"@path\": %s\n\"content-digest\": %s\n\"@signature-params\": %s"
        .formatted(method, path, digest, params);
  }

  private String params() {
    return params(clock.now().getEpochSecond());
  }

  private String params(long created) {
    return COMPONENTS + ";created=%d;nonce=\"%s\";keyid=\"app-1\"".formatted(created, nonce);
  }

  private static String signature(String params) {
    return base64(hmac(SECRET, base("POST", PATH, digest(BODY), params)));
  }

  /** A request whose parts may not fit together. */
  private Reply send(String body, String digest, String input, String signature) {
    return post(
        null,
        PATH,
        body,
        "Content-Digest",
        digest,
        "Signature-Input",
        input,
        "Signature",
        signature);
  }

  /** Signed as it should be, but perhaps saying something that it should not. */
  private Reply signed(String params) {
    return send(BODY, digest(BODY), "app=" + params, "app=:" + signature(params) + ":");
  }

  /** It came through to the use case. */
  private static void passed(Reply reply) {
    reply.is(401, "WRONG_CREDENTIALS");
  }

  private static void refused(Reply reply) {
    reply.is(401, "CLIENT_SIGNATURE_INVALID");
    assertThat(reply.json().has("details")).isFalse();
  }

  @Test
  void a_signed_request_passes_with_its_body() {
    passed(signed(params()));
  }

  @Test
  void one_without_a_signature_does_not() {
    refused(post(null, PATH, BODY));
    refused(post(null, "/api/v1/members", "{}"));
    refused(post(null, PATH, BODY, "Content-Digest", digest(BODY)));
  }

  @Test
  void other_endpoints_need_none() {
    get(null, "/api/v1/categories").is(200);
    get(somebody(), "/api/v1/rooms").is(200);
  }

  @Test
  void sign_up_reads_the_body_that_was_signed() {
    String body =
        "{\"email\":\"signed@example.org\",\"nickname\":\"signed\",\"password\":\"a long one, surely\"}";
    String params = params();
    String mac = base64(hmac(SECRET, base("POST", "/api/v1/members", digest(body), params)));

    post(
            null,
            "/api/v1/members",
            body,
            "Content-Digest",
            digest(body),
            "Signature-Input",
            "x=" + params,
            "Signature",
            "x=:" + mac + ":")
        .is(201);
  }

  @Test
  void a_signature_is_good_once() {
    String params = params();

    passed(signed(params));
    refused(signed(params));
    clock.advance(Duration.ofMinutes(5));
    refused(signed(params));
  }

  @Test
  void a_nonce_is_good_once_even_under_another_signature() {
    passed(signed(params()));
    clock.advance(Duration.ofSeconds(1));

    refused(signed(params()));
  }

  @Test
  void a_signature_from_the_future_is_not_good_again_while_it_is_in_the_window() {
    long created = clock.now().plus(Duration.ofMinutes(5)).getEpochSecond();
    String params = params(created);
    passed(signed(params));

    clock.advance(Duration.ofMinutes(10));

    refused(signed(params));
  }

  @Test
  void what_was_refused_uses_up_no_nonce() {
    String params = params();
    byte[] wrong = signature(params).getBytes(StandardCharsets.US_ASCII);
    refused(send(BODY, digest(BODY), "app=" + params, "app=:" + base64(wrong) + ":"));
    refused(send(BODY + " ", digest(BODY), "app=" + params, "app=:" + signature(params) + ":"));

    passed(signed(params));
  }

  @Test
  void only_what_was_signed_within_five_minutes_passes() {
    long now = clock.now().getEpochSecond();

    refused(signed(params(now - 301)));
    refused(signed(params(now + 302)));
    refused(signed(params(0)));
    refused(signed(params(-1)));
    refused(signed(params(999_999_999_999_999L)));
    passed(signed(params(now - 299)));
  }

  @Test
  void a_signature_ends_when_it_says_so() {
    long now = clock.now().getEpochSecond();

    refused(signed(params() + ";expires=" + now));
    refused(signed(params() + ";expires=\"" + (now + 60) + "\""));
    passed(signed(params() + ";expires=" + (now + 60)));
  }

  @Test
  void the_algorithm_is_ours_whatever_the_request_says() {
    refused(signed(params() + ";alg=\"none\""));
    refused(signed(params() + ";alg=\"rsa-v1_5-sha256\""));
    refused(signed(params() + ";alg=1"));
    passed(signed(params() + ";alg=\"hmac-sha256\""));
  }

  @Test
  void another_body_path_or_method_is_not_what_was_signed() {
    String params = params();
    String input = "app=" + params;
    String mac = "app=:" + signature(params) + ":";

    refused(send(BODY.replace("wrong", "other"), digest(BODY), input, mac));
    String other = BODY.replace("wrong", "other");
    refused(send(other, digest(other), input, mac));
    refused(
        post(
            null,
            "/api/v1/members",
            BODY,
            "Content-Digest",
            digest(BODY),
            "Signature-Input",
            input,
            "Signature",
            mac));
    String forPut = base64(hmac(SECRET, base("PUT", PATH, digest(BODY), params)));
    refused(send(BODY, digest(BODY), input, "app=:" + forPut + ":"));
  }

  @Test
  void a_digest_of_another_kind_is_none() {
    String params = params();
    String sha512 = "sha-512=:AAAA:";
    String mac = base64(hmac(SECRET, base("POST", PATH, sha512, params)));

    refused(send(BODY, sha512, "app=" + params, "app=:" + mac + ":"));
    refused(send(BODY, "nonsense", "app=" + params, "app=:" + mac + ":"));
  }

  @Test
  void nothing_can_be_added_to_what_was_signed() {
    String params = params();
    String mac = "app=:" + signature(params) + ":";

    refused(send(BODY, digest(BODY), "app=" + params + ";expires=9999999999", mac));
    refused(send(BODY, digest(BODY), "app=" + params + ";x=1", mac));
    refused(signed(params + ";x=1"));
    refused(signed(params + ";tag=\"other\""));
  }

  @Test
  void there_is_exactly_one_signature() {
    String params = params();
    String one = "app=" + params;
    String mac = "app=:" + signature(params) + ":";

    refused(send(BODY, digest(BODY), one + ", " + one, mac));
    refused(send(BODY, digest(BODY), one, mac + ", " + mac));
    refused(send(BODY, digest(BODY), one + ", b=" + params, mac + ", b=:AAAA:"));
    refused(send(BODY, digest(BODY), one, "other=:" + signature(params) + ":"));
    refused(
        post(
            null,
            PATH,
            BODY,
            "Content-Digest",
            digest(BODY),
            "Signature-Input",
            one,
            "Signature-Input",
            one,
            "Signature",
            mac));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "()",
        "(\"@method\" \"@path\")",
        "(\"@path\" \"content-digest\")",
        "(\"@method\" \"content-digest\")",
        "(\"@method\" \"@path\" \"content-digest\" \"x-absent\")",
        "(\"@method\" \"@path\" \"@path\" \"content-digest\")"
      })
  void the_method_the_path_and_the_digest_must_be_covered(String components) {
    String params = params().replace(COMPONENTS, components);
    StringBuilder base = new StringBuilder();
    for (String name : components.replaceAll("[()\"]", "").split(" ", -1)) {
      String value =
          switch (name) {
            case "@method" -> "POST";
            case "@path" -> PATH;
            case "content-digest" -> digest(BODY);
            default -> "";
          };
      base.append('"').append(name).append("\": ").append(value).append('\n');
    }
    String mac = base64(hmac(SECRET, base + "\"@signature-params\": " + params));

    refused(send(BODY, digest(BODY), "app=" + params, "app=:" + mac + ":"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"created=[0-9]+", "nonce=\"[^\"]+\"", "keyid=\"[^\"]+\""})
  void time_nonce_and_key_must_be_named(String parameter) {
    refused(signed(params().replaceFirst(";" + parameter, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keyid=\"app-2\"",
        "keyid=\"\"",
        "keyid=\"APP-1\"",
        "keyid=1",
        "nonce=\"short\"",
        "nonce=12345678",
        "created=\"1772409600\""
      })
  void wrong_values_are_refused(String parameter) {
    String name = parameter.substring(0, parameter.indexOf('='));

    refused(signed(params().replaceFirst(name + "=[^;]+", parameter)));
  }

  @Test
  void a_nonce_is_not_too_long() {
    refused(signed(params().replace(nonce, "n".repeat(129))));
  }

  @Test
  void another_key_or_a_shortened_signature_is_wrong() {
    String params = params();
    byte[] right = hmac(SECRET, base("POST", PATH, digest(BODY), params));
    byte[] otherKey = hmac(new byte[32], base("POST", PATH, digest(BODY), params));

    for (byte[] wrong :
        new byte[][] {
          otherKey,
          new byte[0],
          Arrays.copyOf(right, 16),
          Arrays.copyOf(right, 31),
          Arrays.copyOf(right, 33)
        }) {
      refused(send(BODY, digest(BODY), "app=" + params, "app=:" + base64(wrong) + ":"));
    }
    passed(signed(params));
  }

  @Test
  void huge_headers_are_refused_quickly() {
    String params = params();
    String mac = "app=:" + signature(params) + ":";
    String spaced = params.replace(" ", " ".repeat(100_000));

    refused(send(BODY, digest(BODY), "app=" + spaced, mac));
    refused(send(BODY, digest(BODY), "app=" + "(".repeat(100_000), mac));
    refused(send(BODY, digest(BODY), "app=" + params, "app=:" + "A".repeat(1_000_000) + ":"));
    refused(send(BODY, digest(BODY), "app=" + params, mac + ", b=::".repeat(100_000)));
    passed(signed(params));
  }

  @Test
  void the_path_is_that_of_the_request_line() {
    String params = params();
    String escaped = "/api/v1/%73essions";
    String mac = base64(hmac(SECRET, base("POST", escaped, digest(BODY), params)));

    Reply plain =
        post(
            null,
            escaped,
            BODY,
            "Content-Digest",
            digest(BODY),
            "Signature-Input",
            "app=" + params,
            "Signature",
            "app=:" + signature(params) + ":");
    Reply reply =
        post(
            null,
            escaped,
            BODY,
            "Content-Digest",
            digest(BODY),
            "Signature-Input",
            "app=" + params,
            "Signature",
            "app=:" + mac + ":");

    refused(plain);
    passed(reply);
  }

  @Test
  void keys_are_long_enough_and_keep_their_secret() {
    String secret = base64(SECRET);

    assertThat(ClientSignatureSettings.Key.ofBase64(secret).toString()).isEqualTo("Key[…]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientSignatureSettings.Key.ofBase64(base64(new byte[31])));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientSignatureSettings.Key.ofBase64(secret + "!"))
        .withMessageNotContaining(secret)
        .withNoCause();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientSignatureSettings(true, Map.of(), Duration.ofMinutes(5)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientSignatureSettings(false, Map.of(), Duration.ZERO));
  }
}
