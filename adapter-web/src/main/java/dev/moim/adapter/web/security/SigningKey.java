package dev.moim.adapter.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that signs access tokens: EC P-256, kept as a JSON Web Key (RFC 7517) in a file that only
 * its owner may read, so that it survives restarts and can be shared by nodes.
 */
final class SigningKey {
  private final ECKey key;

  private SigningKey(ECKey key) {
    this.key = key;
  }

  /**
   * Reads the key, or makes one if there is none. Of several nodes that start at once on an empty
   * folder one makes the key, and all read that one: a new key is written aside and then linked to
   * its name, which fails if the name is taken.
   */
  static SigningKey in(Path file) {
    try {
      Optional<SigningKey> found = read(file);
      if (found.isPresent()) {
        return found.get();
      }
      create(file);
      return read(file).orElseThrow(() -> new NoSuchFileException(file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("the signing key can't be kept in " + file, e);
    }
  }

  ECKey jwk() {
    return key;
  }

  /** A secret of 32 bytes for another purpose; it tells nothing about the key or other purposes. */
  byte[] derive(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getD().decode(), mac.getAlgorithm()));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static Optional<SigningKey> read(Path file) throws IOException {
    try {
      ECKey key = JWK.parse(Files.readString(file)).toECKey();
      if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
        throw new IOException("not a private P-256 key with a kid: " + file);
      }
      return Optional.of(new SigningKey(key));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (ParseException | ClassCastException e) {
      // The cause may quote the key.
      throw new IOException("not a JSON Web Key: " + file);
    }
  }

  private static void create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new NoSuchFileException(file.toString());
    }
    Files.createDirectories(folder);
    Path aside = Files.createTempFile(folder, "signing-key", ".tmp", ownerOnly(folder));
    try {
      Files.writeString(aside, newKey().toJSONString());
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException e) {
      // Another node was faster; its key is as good.
      return;
    } finally {
      Files.delete(aside);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }
}
