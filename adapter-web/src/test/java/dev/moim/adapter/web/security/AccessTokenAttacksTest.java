package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.moim.adapter.web.ApiTest;
import dev.moim.domain.member.Role;
import dev.moim.testkit.shared.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** What has been tried against tokens elsewhere (RFC 8725 and others), one test for each. */
class AccessTokenAttacksTest extends ApiTest {
  private static final String ME = "/api/v1/members/me";

  @Autowired private KeyRing keys;
  private Person person;
  private ECKey key;

  @BeforeEach
  void someoneIsSignedIn() {
    person = somebody();
    key = keys.signing();
  }

  private JWTClaimsSet.Builder claims() {
    Instant now = clock.now();
    return new JWTClaimsSet.Builder()
        .issuer("moim")
        .audience("moim")
        .subject(person.id().toString())
        .claim("roles", List.of("MEMBER"))
        .claim("sid", sessionOf(person).toString())
        .jwtID(Samples.uuid().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
  }

  private JWSHeader.Builder header() {
    return header(JWSAlgorithm.ES256);
  }

  private JWSHeader.Builder header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).type(NimbusAccessTokens.TYPE).keyID(key.getKeyID());
  }

  private static String sign(JWSHeader.Builder header, JWTClaimsSet.Builder claims, JWSSigner by)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header.build(), claims.build());
    token.sign(by);
    return token.serialize();
  }

  private static ECKey otherKey(String id) throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
  }

  /** Signed as we do, with other claims. */
  private String with(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return sign(header(), change.apply(claims()), new ECDSASigner(key));
  }

  /** Signed as we do, with another header. */
  private String under(UnaryOperator<JWSHeader.Builder> change) throws JOSEException {
    return sign(change.apply(header()), claims(), new ECDSASigner(key));
  }

  /** Signed as we do, with something more in the header. */
  private String underText(String more) throws JOSEException {
    String header = header().build().toString();
    String longer = header.substring(0, header.length() - 1) + "," + more + "}";
    String input = Base64URL.encode(longer) + "." + Base64URL.encode(claims().build().toString());
    return input + "." + new ECDSASigner(key).sign(header().build(), utf8(input));
  }

  private Reply present(String token) {
    return get(new Person(person.id(), person.nickname(), token), ME);
  }

  private void assertRefused(String token) {
    Reply reply = present(token).is(401, "NOT_SIGNED_IN");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
  }

  private void assertGood(String token) {
    assertThat(present(token).is(200).id()).isEqualTo(person.id().toString());
  }

  @Test
  void a_token_as_we_make_it_is_good() throws JOSEException {
    assertGood(with(claims -> claims));
    assertGood(person.token());
  }

  @Test
  void alg_none_is_refused() {
    assertRefused(new PlainJWT(claims().build()).serialize());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "ES256 "})
  void alg_none_in_any_spelling_is_refused_with_and_without_a_signature(String spelling) {
    String[] parts = person.token().split("\\.", -1);
    String header =
        Base64URL.encode(
                "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}"
                    .formatted(spelling, key.getKeyID()))
            .toString();

    assertRefused(header + "." + parts[1] + ".");
    assertRefused(header + "." + parts[1] + "." + parts[2]);
  }

  @Test
  void a_token_whose_signature_was_cut_off_is_refused() {
    String[] parts = person.token().split("\\.", -1);

    assertRefused(parts[0] + "." + parts[1] + ".");
    assertRefused(parts[0] + "." + parts[1]);
    assertRefused(parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64]));
  }

  private void assertNoSecret(byte[] publicKey) throws JOSEException {
    assertRefused(sign(header(JWSAlgorithm.HS256), claims(), new MACSigner(publicKey)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void the_public_key_as_bytes_is_no_secret_to_sign_with() throws JOSEException {
    assertNoSecret(key.toECPublicKey().getEncoded());
    assertNoSecret(key.getX().decode());
  }

  @Test
  void the_public_key_as_pem_is_no_secret_to_sign_with() throws JOSEException {
    byte[] der = key.toECPublicKey().getEncoded();
    String lines = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String pem = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----";

    assertNoSecret(utf8(pem));
    assertNoSecret(utf8(pem + "\n"));
    assertNoSecret(utf8(Base64.encode(der).toString()));
  }

  @Test
  void the_public_key_as_jwk_is_no_secret_to_sign_with() throws JOSEException {
    assertNoSecret(utf8(key.toPublicJWK().toJSONString()));
    assertNoSecret(utf8(new JWKSet(key.toPublicJWK()).toString()));
    assertNoSecret(utf8(get(null, PublicKeyController.PATH).json().toString()));
  }

  @Test
  void an_unknown_key_is_refused() throws JOSEException {
    ECKey other = otherKey("unknown");

    assertRefused(sign(header().keyID("unknown"), claims(), new ECDSASigner(other)));
    assertRefused(under(header -> header.keyID("unknown")));
    assertRefused(under(header -> header.keyID("../../dev/null")));
  }

  @Test
  void a_token_that_names_no_key_is_refused() throws JOSEException {
    assertRefused(under(header -> header.keyID(null)));
  }

  @Test
  void another_key_under_the_name_of_ours_is_refused() throws JOSEException {
    assertRefused(sign(header(), claims(), new ECDSASigner(otherKey(key.getKeyID()))));
  }

  @Test
  void the_name_of_the_secret_in_the_key_file_is_no_key() throws JOSEException {
    assertRefused(under(header -> header.keyID("master")));
  }

  @Test
  void a_key_that_the_token_brings_along_is_ignored() throws JOSEException {
    ECKey other = otherKey(key.getKeyID());
    JWSSigner signer = new ECDSASigner(other);

    assertRefused(sign(header().jwk(other.toPublicJWK()), claims(), signer));
    assertRefused(sign(header().keyID(null).jwk(other.toPublicJWK()), claims(), signer));
  }

  @Test
  void keys_to_which_the_token_points_are_not_fetched() throws JOSEException, IOException {
    ECKey other = otherKey(key.getKeyID());
    JWSSigner signer = new ECDSASigner(other);
    try (ServerSocket attacker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + attacker.getLocalPort() + "/jwks.json");

      assertRefused(sign(header().jwkURL(url), claims(), signer));
      assertRefused(sign(header().x509CertURL(url), claims(), signer));
      assertRefused(sign(header().keyID(url.toString()).jwkURL(url), claims(), signer));

      attacker.setSoTimeout(1);
      assertThatThrownBy(attacker::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_certificate_in_the_token_is_ignored() throws JOSEException {
    JWSSigner signer = new ECDSASigner(otherKey(key.getKeyID()));

    assertRefused(sign(header().x509CertChain(List.of(Base64.encode("demo"))), claims(), signer));
    assertRefused(
        sign(header().x509CertSHA256Thumbprint(Base64URL.encode("demo")), claims(), signer));
  }

  @Test
  void what_a_token_wants_to_be_understood_is_refused() throws JOSEException {
    assertRefused(
        under(header -> header.criticalParams(Set.of("urn:demo")).customParam("urn:demo", true)));
    assertRefused(under(header -> header.criticalParams(Set.of("exp"))));
    for (String critical : List.of("[\"alg\"]", "\"exp\"")) {
      assertRefused(underText("\"crit\":" + critical));
    }
  }

  @Test
  void a_header_that_says_more_than_ours_is_refused_whoever_signed_it() throws JOSEException {
    assertRefused(under(header -> header.jwk(key.toPublicJWK())));
    assertRefused(under(header -> header.jwkURL(URI.create("https://example.com/jwks.json"))));
    assertRefused(under(header -> header.contentType("JWT")));
    assertRefused(under(header -> header.customParam("role", "ADMIN")));
  }

  @Test
  void a_header_that_says_a_thing_twice_is_refused() throws JOSEException {
    assertRefused(underText("\"alg\":\"none\""));
    assertRefused(underText("\"kid\":\"other\""));
  }

  @Test
  void a_payload_that_claims_to_be_unencoded_is_refused() throws JOSEException {
    assertRefused(
        under(header -> header.base64URLEncodePayload(false).criticalParams(Set.of("b64"))));
  }

  @Test
  void another_algorithm_is_refused_even_with_our_key() throws JOSEException {
    ECKey large = new ECKeyGenerator(Curve.P_384).keyID(key.getKeyID()).generate();

    assertRefused(sign(header(JWSAlgorithm.ES384), claims(), new ECDSASigner(large)));
  }

  @Test
  void a_token_of_another_type_is_refused() throws JOSEException {
    assertRefused(under(header -> header.type(JOSEObjectType.JWT)));
    assertRefused(under(header -> header.type(new JOSEObjectType("id+jwt"))));
    assertRefused(under(header -> header.type(null)));
  }

  @Test
  void a_token_for_others_is_refused() throws JOSEException {
    assertRefused(with(claims -> claims.audience("elsewhere")));
    assertRefused(with(claims -> claims.audience(List.of("moim", "elsewhere"))));
    assertRefused(with(claims -> claims.audience(List.of())));
    assertRefused(with(claims -> claims.audience((String) null)));
  }

  @Test
  void a_token_of_others_is_refused() throws JOSEException {
    assertRefused(with(claims -> claims.issuer("elsewhere")));
    assertRefused(with(claims -> claims.issuer("MOIM")));
    assertRefused(with(claims -> claims.issuer(null)));
  }

  @Test
  void a_token_that_is_over_for_a_second_is_refused() throws JOSEException {
    Instant now = clock.now();

    assertGood(with(claims -> claims.expirationTime(Date.from(now.plusSeconds(1)))));
    assertRefused(
        with(claims ->
            claims
                .issueTime(Date.from(now.minusSeconds(301)))
                .expirationTime(Date.from(now.minusSeconds(1)))));
  }

  @Test
  void a_token_ends_to_the_second() {
    Instant end = Instant.ofEpochSecond(clock.now().plusSeconds(300).getEpochSecond());

    clock.set(end.minusNanos(1000));
    assertGood(person.token());

    clock.set(end);
    assertRefused(person.token());
  }

  @Test
  void a_token_that_lives_for_ever_is_refused() throws JOSEException {
    Instant now = clock.now();

    assertRefused(with(claims -> claims.expirationTime(null)));
    assertRefused(with(claims -> claims.expirationTime(Date.from(now.plusSeconds(302)))));
    assertRefused(with(claims -> claims.issueTime(null)));
  }

  @Test
  void a_refresh_token_is_no_access_token() {
    post(
            null,
            "/api/v1/members",
            """
            {"email": "refresh@example.com", "nickname": "refresher", "password": "four plain words"}
            """)
        .is(201);
    Reply session =
        post(
                null,
                "/api/v1/sessions",
                """
                {"email": "refresh@example.com", "password": "four plain words"}
                """)
            .is(200);
    String refresh = session.header("Set-Cookie").split("[=;]", -1)[1];

    assertThat(refresh).hasSizeGreaterThan(40);
    assertRefused(refresh);
  }

  @Test
  void an_access_token_is_no_refresh_token() {
    post(null, "/api/v1/sessions/refresh", null, "Cookie", "__Host-moim-refresh=" + person.token())
        .is(401, "SESSION_ENDED");
  }

  private String edited(String from, String to) {
    String[] parts = person.token().split("\\.", -1);
    String payload = new Base64URL(parts[1]).decodeToString();
    assertThat(payload).contains(from);
    return parts[0] + "." + Base64URL.encode(payload.replace(from, to)) + "." + parts[2];
  }

  @Test
  void an_edited_payload_is_refused() {
    assertRefused(edited(person.id().toString(), somebody().id().toString()));
    assertRefused(edited("{", "{ "));
  }

  @Test
  void a_role_raised_in_the_payload_is_refused() {
    assertRefused(edited("[\"MEMBER\"]", "[\"MEMBER\",\"MANAGER\",\"ADMIN\"]"));
  }

  @Test
  void the_signature_of_another_token_is_refused() {
    String[] parts = person.token().split("\\.", -1);
    String[] others = somebody(Role.ADMIN).token().split("\\.", -1);

    assertRefused(parts[0] + "." + others[1] + "." + parts[2]);
    assertRefused(parts[0] + "." + parts[1] + "." + others[2]);
  }

  @Test
  void every_bit_of_the_signature_counts() {
    String[] parts = person.token().split("\\.", -1);
    byte[] signature = new Base64URL(parts[2]).decode();

    for (int bit = 0; bit < signature.length * Byte.SIZE; bit += 7) {
      byte[] flipped = signature.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      assertRefused(parts[0] + "." + parts[1] + "." + Base64URL.encode(flipped));
    }
  }

  @Test
  void an_id_with_a_colon_does_not_split_into_a_role() throws JOSEException {
    assertRefused(with(claims -> claims.subject(person.id() + ":ADMIN")));
    assertRefused(with(claims -> claims.subject("ADMIN:" + person.id())));
    assertRefused(with(claims -> claims.subject(person.id() + "\n")));
  }

  @Test
  void a_token_of_nobody_is_refused() throws JOSEException {
    assertRefused(with(claims -> claims.subject(null)));
    assertRefused(with(claims -> claims.subject("")));
    assertRefused(with(claims -> claims.claim("sub", List.of(person.id().toString()))));
    assertRefused(with(claims -> claims.claim("sub", 1)));
  }

  @Test
  void a_token_without_a_session_is_refused() throws JOSEException {
    assertRefused(with(claims -> claims.claim("sid", null)));
    assertRefused(with(claims -> claims.claim("sid", "")));
    assertRefused(with(claims -> claims.claim("sid", List.of(Samples.uuid().toString()))));
  }

  @Test
  void a_token_without_a_name_of_its_own_is_refused() throws JOSEException {
    assertRefused(with(claims -> claims.jwtID(null)));
    assertRefused(with(claims -> claims.jwtID("1")));
  }

  @Test
  void roles_other_than_we_write_them_are_refused() throws JOSEException {
    for (Object roles :
        new Object[] {
          "MEMBER",
          "ADMIN",
          List.of(),
          List.of("ADMIN"),
          List.of("member"),
          List.of("MEMBER", "ADMIN"),
          List.of("MANAGER", "MEMBER"),
          List.of("MEMBER", "MEMBER"),
          List.of("MEMBER", "MANAGER", "ADMIN", "OWNER"),
          List.of(0),
          Map.of("MEMBER", true)
        }) {
      assertRefused(with(claims -> claims.claim("roles", roles)));
    }
    assertRefused(with(claims -> claims.claim("roles", null)));
    assertRefused(with(claims -> claims.claim("roles", null).claim("role", "ADMIN")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-User-Id",
        "X-User",
        "X-Member-Id",
        "X-Auth-User",
        "X-Forwarded-User",
        "X-Remote-User",
        "Remote-User",
        "X-Authenticated-Userid"
      })
  void an_id_in_a_forged_header_is_ignored(String name) {
    String other = somebody(Role.ADMIN).id().toString();

    get(null, ME, name, other).is(401, "NOT_SIGNED_IN");
    assertThat(get(person, ME, name, other).is(200).id()).isEqualTo(person.id().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Role", "X-Roles", "X-User-Role", "X-User-Roles", "X-Forwarded-Groups"})
  void a_role_in_a_forged_header_is_ignored(String name) {
    get(null, "/actuator/health", name, "ADMIN").is(401, "NOT_SIGNED_IN");
    get(person, "/actuator/health", name, "ADMIN").is(403, "NOT_ALLOWED");
  }

  @Test
  void only_admins_get_where_admins_may() {
    get(somebody(Role.MANAGER), "/actuator/health").is(403, "NOT_ALLOWED");
    assertThat(get(somebody(Role.ADMIN), "/actuator/health").status()).isNotIn(401, 403);
  }

  @Test
  void a_token_in_the_query_is_ignored() {
    get(null, ME + "?access_token=" + person.token()).is(401, "NOT_SIGNED_IN");
  }

  @Test
  void a_token_in_a_form_is_ignored() {
    call(
            HttpMethod.POST,
            null,
            "/api/v1/rooms",
            "access_token=" + person.token(),
            "Content-Type",
            "application/x-www-form-urlencoded")
        .is(401, "NOT_SIGNED_IN");
  }

  @Test
  void a_token_in_a_cookie_is_ignored() {
    get(null, ME, "Cookie", "access_token=" + person.token()).is(401, "NOT_SIGNED_IN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer", "Bearer ", "Bearer a b", "Basic YTpi", "bearer x", "Bearer ..."})
  void an_authorization_that_is_no_token_is_refused(String header) {
    get(null, ME, "Authorization", header).is(401, "NOT_SIGNED_IN");
  }

  @Test
  void after_a_rotation_the_old_key_verifies_until_its_tokens_are_over_and_then_no_more()
      throws JOSEException {
    clock.advance(Duration.ofDays(30));
    keys.signing();
    Instant next = Instant.ofEpochSecond(clock.now().getEpochSecond()).plus(KeySet.LEAD);
    clock.set(next.minusSeconds(1));
    person = somebody();
    assertThat(keys.signing()).isEqualTo(key);

    clock.set(next);
    assertThat(keys.signing()).isNotEqualTo(key);
    assertGood(person.token());

    clock.set(next.plusSeconds(298));
    assertGood(person.token());

    clock.set(next.plusSeconds(300));
    assertRefused(person.token());
    assertRefused(with(claims -> claims));
    key = keys.signing();
    assertGood(with(claims -> claims));
  }

  @Test
  void a_refusal_says_how_to_sign_in_and_nothing_about_the_token() {
    Reply none = get(null, ME).is(401, "NOT_SIGNED_IN");
    Reply bad = get(null, ME, "Authorization", "Bearer x.y.z").is(401);

    assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(bad.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(bad.json().toString()).doesNotContain("x.y.z");
  }
}
