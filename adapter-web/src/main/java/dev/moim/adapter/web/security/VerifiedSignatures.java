package dev.moim.adapter.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jose.util.Base64URL;
import dev.moim.application.shared.Cache;
import java.nio.ByteBuffer;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The signatures of access tokens that were found genuine, or were made here, so that each is
 * verified once and not with each request: verifying one takes half a millisecond, which is as much
 * as the rest of many a request. Nothing but the signature's arithmetic is saved: what the token
 * says, whether its key is still one of ours and whether its time is over is checked each time.
 *
 * <p>One that is not known is looked at only while whoever sent it may fail: else everybody who
 * makes tokens up would have them verified without end. Unverified, it is not genuine.
 *
 * <p>Kept are hashes (SHA-256) of key, text and signature together. What is not genuine is not
 * kept. Thread-safe.
 */
final class VerifiedSignatures implements JWSVerifierFactory {
  private static final JCAContext NO_PROVIDER_OF_ITS_OWN = new JCAContext();

  private final Cache<ByteBuffer, Boolean> genuine;
  private final BooleanSupplier mayFail;

  VerifiedSignatures(Cache<ByteBuffer, Boolean> genuine, BooleanSupplier mayFail) {
    this.genuine = genuine;
    this.mayFail = mayFail;
  }

  /** One that was made here needs no verifying. */
  void add(ECPublicKey key, byte[] text, Base64URL signature) {
    keep(hash(key, text, signature));
  }

  private void keep(ByteBuffer hash) {
    genuine.getAll(List.of(hash), missing -> Map.of(hash, true));
  }

  private boolean isKept(ByteBuffer hash) {
    return !genuine.getAll(List.of(hash), missing -> Map.of()).isEmpty();
  }

  @Override
  public JWSVerifier createJWSVerifier(JWSHeader header, Key key) {
    return new Remembering((ECPublicKey) key);
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(JWSAlgorithm.ES256);
  }

  @Override
  public JCAContext getJCAContext() {
    return NO_PROVIDER_OF_ITS_OWN;
  }

  private static ByteBuffer hash(ECPublicKey key, byte[] text, Base64URL signature) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key.getEncoded());
      digest.update(signature.decode());
      digest.update(text);
      return ByteBuffer.wrap(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Verifies what is not known to be genuine. */
  private final class Remembering implements JWSVerifier {
    private final ECPublicKey key;

    Remembering(ECPublicKey key) {
      this.key = key;
    }

    @Override
    public boolean verify(JWSHeader header, byte[] text, Base64URL signature) throws JOSEException {
      ByteBuffer hash = hash(key, text, signature);
      if (isKept(hash)) {
        return true;
      }
      boolean isGenuine =
          mayFail.getAsBoolean() && new ECDSAVerifier(key).verify(header, text, signature);
      if (isGenuine) {
        keep(hash);
      }
      return isGenuine;
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return VerifiedSignatures.this.supportedJWSAlgorithms();
    }

    @Override
    public JCAContext getJCAContext() {
      return VerifiedSignatures.this.getJCAContext();
    }
  }
}
