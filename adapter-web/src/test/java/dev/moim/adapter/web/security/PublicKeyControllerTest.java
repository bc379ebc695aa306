package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.moim.adapter.web.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class PublicKeyControllerTest extends ApiTest {
  private static final String PATH = "/.well-known/jwks.json";

  @Test
  void anybody_can_verify_a_token_with_the_published_keys() throws Exception {
    SignedJWT token = SignedJWT.parse(somebody().token());

    JWKSet keys = JWKSet.parse(get(null, PATH).is(200).json().toString());

    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
    assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
  }

  @Test
  void nothing_but_public_keys_is_published() {
    Reply reply = get(null, PATH).is(200);

    assertThat(reply.json().get("keys").values())
        .isNotEmpty()
        .allSatisfy(key ->
            assertThat(key.propertyNames())
                .containsExactlyInAnyOrder("kty", "use", "alg", "crv", "kid", "x", "y"));
  }

  @Test
  void the_keys_may_be_kept_for_less_than_a_key_is_published_before_it_signs() {
    Reply reply = get(null, PATH).is(200);

    assertThat(reply.header("Cache-Control")).isEqualTo("max-age=300, public");
    assertThat(KeySet.LEAD).hasSeconds(600);
    assertThat(reply.raw().getContentType()).isEqualTo("application/json");
  }

  @Test
  void a_token_that_is_no_longer_good_is_not_in_the_way() {
    get(null, PATH, "Authorization", "Bearer x.y.z").is(200);
    call(HttpMethod.HEAD, null, PATH, null, "Authorization", "Bearer x.y.z").is(200);
  }

  @Test
  void the_endpoint_is_described() {
    assertThat(description().operation("GET", PATH)).isPresent();
    assertThat(description().operation("GET", PATH).orElseThrow().has("security")).isFalse();
    assertThat(description().properties("PublicKey"))
        .containsExactly("alg", "crv", "kid", "kty", "use", "x", "y");
  }
}
