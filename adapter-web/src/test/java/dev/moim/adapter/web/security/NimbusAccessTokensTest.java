package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import dev.moim.testkit.member.AccessTokensContract;
import dev.moim.testkit.shared.MapCache;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SequentialIds;
import dev.moim.testkit.shared.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NimbusAccessTokensTest extends AccessTokensContract {
  @TempDir private Path folder;
  private KeyRing keys;

  @BeforeEach
  void open() {
    keys = KeyRing.open(folder.resolve("key.json"), Duration.ofDays(30), new SettableClock());
  }

  @Override
  protected AccessTokens accessTokens() {
    return new NimbusAccessTokens(
        keys,
        new VerifiedSignatures(new MapCache<>(), () -> true),
        "issuer",
        "audience",
        new SequentialIds());
  }

  @Test
  void a_token_says_who_is_signed_in_where_as_what_and_until_when() throws Exception {
    MemberId member = Samples.memberId();
    SessionId session = Samples.sessionId();

    var token =
        SignedJWT.parse(accessTokens().issue(member, Role.MANAGER, session, SettableClock.START));

    long now = SettableClock.START.getEpochSecond();
    assertThat(token.getHeader().toJSONObject())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("alg", "ES256", "typ", "at+jwt", "kid", keys.signing().getKeyID()));
    assertThat(token.getJWTClaimsSet().toJSONObject())
        .containsEntry("sub", member.toString())
        .containsEntry("sid", session.toString())
        .containsEntry("roles", List.of("MEMBER", "MANAGER"))
        .containsEntry("iss", "issuer")
        .containsEntry("aud", "audience")
        .containsEntry("iat", now)
        .containsEntry("exp", now + 300)
        .containsKey("jti")
        .hasSize(8);
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    assertThat(token.verify(new ECDSAVerifier(keys.signing().toPublicJWK()))).isTrue();
  }

  static Stream<Arguments> roles() {
    return Stream.of(
        Arguments.of(Role.MEMBER, List.of("MEMBER")),
        Arguments.of(Role.MANAGER, List.of("MEMBER", "MANAGER")),
        Arguments.of(Role.ADMIN, List.of("MEMBER", "MANAGER", "ADMIN")));
  }

  @ParameterizedTest
  @MethodSource("roles")
  void a_role_is_written_with_those_that_it_includes(Role role, List<String> written)
      throws Exception {
    String token =
        accessTokens().issue(Samples.memberId(), role, Samples.sessionId(), SettableClock.START);

    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("roles"))
        .isEqualTo(written);
  }
}
