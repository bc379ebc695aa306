package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.moim.application.shared.Cache;
import dev.moim.testkit.shared.MapCache;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class VerifiedSignaturesTest {
  private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.ES256);
  private static final byte[] TEXT = "text".getBytes(StandardCharsets.US_ASCII);

  private final Set<ByteBuffer> kept = new HashSet<>();
  private boolean mayFail = true;
  private final VerifiedSignatures signatures =
      new VerifiedSignatures(
          new Cache<>() {
            private final Cache<ByteBuffer, Boolean> values = new MapCache<>();

            @Override
            public Map<ByteBuffer, Boolean> getAll(
                Collection<ByteBuffer> keys,
                Function<Collection<ByteBuffer>, Map<ByteBuffer, Boolean>> load) {
              Map<ByteBuffer, Boolean> found = values.getAll(keys, load);
              kept.addAll(found.keySet());
              return found;
            }

            @Override
            public void invalidate(ByteBuffer key) {
              values.invalidate(key);
            }
          },
          () -> mayFail);
  private final ECKey key;
  private final Base64URL signature;

  VerifiedSignaturesTest() throws JOSEException {
    key = new ECKeyGenerator(Curve.P_256).generate();
    signature = new ECDSASigner(key).sign(HEADER, TEXT);
  }

  private boolean verify(ECKey by, byte[] text, Base64URL signed) throws JOSEException {
    return signatures.createJWSVerifier(HEADER, by.toECPublicKey()).verify(HEADER, text, signed);
  }

  @Test
  void a_genuine_signature_is_kept_once_and_stays_genuine() throws JOSEException {
    assertThat(verify(key, TEXT, signature)).isTrue();
    assertThat(verify(key, TEXT, signature)).isTrue();
    assertThat(kept).hasSize(1);
  }

  @Test
  void one_that_is_known_is_not_verified_again() throws JOSEException {
    Base64URL forged = Base64URL.encode(new byte[64]);
    assertThat(verify(key, TEXT, forged)).isFalse();

    signatures.add(key.toECPublicKey(), TEXT, forged);

    assertThat(verify(key, TEXT, forged)).isTrue();
  }

  @Test
  void what_is_not_genuine_is_not_kept() throws JOSEException {
    byte[] other = "texu".getBytes(StandardCharsets.US_ASCII);

    assertThat(verify(key, other, signature)).isFalse();
    assertThat(verify(key, TEXT, Base64URL.encode(new byte[64]))).isFalse();
    assertThat(verify(key, TEXT, Base64URL.encode("short"))).isFalse();
    assertThat(kept).isEmpty();
  }

  @Test
  void who_may_not_fail_has_nothing_verified_but_what_is_known() throws JOSEException {
    mayFail = false;
    assertThat(verify(key, TEXT, signature)).isFalse();
    assertThat(kept).isEmpty();

    mayFail = true;
    assertThat(verify(key, TEXT, signature)).isTrue();
    mayFail = false;
    assertThat(verify(key, TEXT, signature)).isTrue();
  }

  @Test
  void a_signature_that_is_known_is_so_for_its_key_and_text_only() throws JOSEException {
    assertThat(verify(key, TEXT, signature)).isTrue();

    assertThat(verify(new ECKeyGenerator(Curve.P_256).generate(), TEXT, signature)).isFalse();
    assertThat(verify(key, new byte[] {1}, signature)).isFalse();
  }
}
