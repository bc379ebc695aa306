package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.moim.adapter.web.ApiTest;
import dev.moim.testkit.shared.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccessTokenAttacksTest extends ApiTest {
  private final JOSEObjectType type = NimbusAccessTokens.TYPE;
  @Autowired private SigningKey key;

  private JWTClaimsSet.Builder claims(Person person) {
    Instant now = clock.now();
    return new JWTClaimsSet.Builder()
        .issuer("moim")
        .audience("moim")
        .subject(person.id().toString())
        .claim("role", "MEMBER")
        .claim("sid", Samples.sessionId().toString())
        .jwtID(Samples.uuid().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
  }

  private JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(key.jwk().getKeyID());
  }

  private static String signed(JWSHeader.Builder header, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header.build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private int status(Person person, String token) {
    return get(new Person(person.id(), person.nickname(), token), "/api/v1/members/me").status();
  }

  private int with(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    Person person = somebody();
    return status(
        person, signed(header(), change.apply(claims(person)).build(), new ECDSASigner(key.jwk())));
  }

  @Test
  void a_token_as_we_make_it_is_good() throws JOSEException {
    assertThat(with(claims -> claims)).isEqualTo(200);
  }

  @Test
  void a_token_without_a_signature_is_refused() {
    Person person = somebody();

    assertThat(status(person, new PlainJWT(claims(person).build()).serialize())).isEqualTo(401);
  }

  @Test
  void our_public_key_is_no_secret_to_sign_with() throws Exception {
    Person person = somebody();
    JWSHeader.Builder header =
        new JWSHeader.Builder(JWSAlgorithm.HS256).type(type).keyID(key.jwk().getKeyID());

    for (byte[] secret :
        List.of(
            key.jwk().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
            key.jwk().toECPublicKey().getEncoded())) {
      assertThat(status(person, signed(header, claims(person).build(), new MACSigner(secret))))
          .isEqualTo(401);
    }
  }

  @Test
  void another_key_is_refused_even_when_the_token_brings_it_along() throws JOSEException {
    Person person = somebody();
    ECKey other = new ECKeyGenerator(Curve.P_256).keyID(key.jwk().getKeyID()).generate();
    JWSSigner signer = new ECDSASigner(other);

    assertThat(status(person, signed(header(), claims(person).build(), signer))).isEqualTo(401);
    assertThat(
            status(
                person, signed(header().jwk(other.toPublicJWK()), claims(person).build(), signer)))
        .isEqualTo(401);
  }

  @Test
  void a_token_ends_to_the_second() throws JOSEException {
    Instant now = clock.now();

    assertThat(with(claims -> claims.expirationTime(Date.from(now.plusSeconds(1))))).isEqualTo(200);
    assertThat(
            with(claims ->
                claims
                    .issueTime(Date.from(now.minusSeconds(10)))
                    .expirationTime(Date.from(now.minusSeconds(1)))))
        .isEqualTo(401);
    assertThat(with(claims -> claims.expirationTime(null))).isEqualTo(401);
  }

  @Test
  void a_token_for_or_from_others_is_refused() throws JOSEException {
    assertThat(with(claims -> claims.audience("elsewhere"))).isEqualTo(401);
    assertThat(with(claims -> claims.audience((String) null))).isEqualTo(401);
    assertThat(with(claims -> claims.issuer("elsewhere"))).isEqualTo(401);
    assertThat(with(claims -> claims.issuer(null))).isEqualTo(401);
  }

  @Test
  void a_token_that_says_too_little_or_nonsense_is_refused() throws JOSEException {
    assertThat(with(claims -> claims.subject(null))).isEqualTo(401);
    assertThat(with(claims -> claims.subject(Samples.uuid() + ":ADMIN"))).isEqualTo(401);
    assertThat(with(claims -> claims.claim("role", null))).isEqualTo(401);
    assertThat(with(claims -> claims.claim("role", "OWNER"))).isEqualTo(401);
    assertThat(with(claims -> claims.claim("role", List.of("ADMIN")))).isEqualTo(401);
    assertThat(with(claims -> claims.claim("sid", null))).isEqualTo(401);
    assertThat(with(claims -> claims.jwtID(null))).isEqualTo(401);
  }

  @Test
  void a_token_of_another_type_is_refused() throws JOSEException {
    Person person = somebody();
    JWSSigner signer = new ECDSASigner(key.jwk());

    assertThat(
            status(
                person, signed(header().type(JOSEObjectType.JWT), claims(person).build(), signer)))
        .isEqualTo(401);
    assertThat(status(person, signed(header().type(null), claims(person).build(), signer)))
        .isEqualTo(401);
  }

  @Test
  void a_token_is_read_from_its_header_only() {
    Person person = somebody();

    assertThat(get(null, "/api/v1/members/me?access_token=" + person.token()).status())
        .isEqualTo(401);
    assertThat(get(null, "/api/v1/members/me", "X-User-Id", person.id().toString()).status())
        .isEqualTo(401);
    for (String header : List.of("Bearer", "Bearer ", "Bearer a b", "Basic YTpi", "bearer x")) {
      assertThat(get(null, "/api/v1/members/me", "Authorization", header).status()).isEqualTo(401);
    }
  }

  @Test
  void a_refusal_says_how_to_sign_in_and_nothing_about_the_token() {
    Reply none = get(null, "/api/v1/members/me").is(401, "NOT_SIGNED_IN");
    Reply bad = get(null, "/api/v1/members/me", "Authorization", "Bearer x.y.z").is(401);

    assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(bad.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(bad.json().toString()).doesNotContain("x.y.z");
  }
}
