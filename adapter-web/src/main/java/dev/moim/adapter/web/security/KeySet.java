package dev.moim.adapter.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.moim.adapter.web.shared.Hmac;
import dev.moim.application.member.port.out.AccessTokens;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The secrets of an installation at one time: a master secret, from which those for single purposes
 * are derived, and the EC P-256 keys of access tokens. As text it is a JWK Set (RFC 7517).
 *
 * <p>What a key is good for follows from the times at which the keys were made, so nodes that know
 * the same keys agree without talking. A key is published and verifies as soon as it is made; it
 * signs from {@link #LEAD} later (the first one at once) until the next one does, and verifies
 * until the last token that it can have signed is over.
 */
final class KeySet {
  /** How long a key is published before it signs, so that whoever keeps our keys has it by then. */
  static final Duration LEAD = Duration.ofMinutes(10);

  private static final String MASTER = "master";
  private static final int MASTER_BITS = 256;

  private final OctetSequenceKey master;
  private final List<ECKey> keys;

  /** By the names of the keys; made once, since each token that comes needs one. */
  private final Map<String, ECPublicKey> publicKeys;

  private KeySet(OctetSequenceKey master, Stream<ECKey> keys) {
    this.master = master;
    this.keys = keys.sorted(Comparator.comparing(KeySet::madeAt)).toList();
    publicKeys =
        this.keys.stream()
            .collect(Collectors.toUnmodifiableMap(ECKey::getKeyID, KeySet::publicKey));
  }

  private static ECPublicKey publicKey(ECKey key) {
    try {
      return key.toECPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  static KeySet fresh(Instant now) {
    try {
      OctetSequenceKey master = new OctetSequenceKeyGenerator(MASTER_BITS).keyID(MASTER).generate();
      return new KeySet(master, Stream.of(newKey(now)));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform makes secrets", e);
    }
  }

  /**
   * Reads what {@link #toJson} wrote, or the single key of earlier versions. That one goes on to
   * sign, as if made now; its private number becomes the master secret, because earlier versions
   * derived secrets from it.
   *
   * @throws ParseException if it is neither; the message quotes nothing, and there is no cause
   */
  static KeySet parse(String json, Instant now) throws ParseException {
    try {
      Map<String, Object> members = JSONObjectUtils.parse(json);
      return members.containsKey("keys")
          ? ofSet(JWKSet.parse(members).getKeys())
          : ofSingleKey(JWK.parse(members), now);
    } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
      throw unusable();
    }
  }

  private static KeySet ofSet(List<JWK> all) throws ParseException {
    List<OctetSequenceKey> masters = new ArrayList<>();
    List<ECKey> keys = new ArrayList<>();
    for (JWK key : all) {
      if (KeyType.OCT.equals(key.getKeyType())) {
        masters.add(key.toOctetSequenceKey());
      } else {
        keys.add(signingKey(key));
      }
    }
    long names = keys.stream().map(ECKey::getKeyID).distinct().count();
    boolean complete =
        masters.size() == 1
            && masters.getFirst().size() >= MASTER_BITS
            && !keys.isEmpty()
            && names == keys.size()
            && keys.stream().allMatch(key -> key.getIssueTime() != null);
    if (!complete) {
      throw unusable();
    }
    return new KeySet(masters.getFirst(), keys.stream());
  }

  private static KeySet ofSingleKey(JWK key, Instant now) throws ParseException {
    ECKey single = signingKey(key);
    return new KeySet(
        new OctetSequenceKey.Builder(single.getD()).keyID(MASTER).build(),
        Stream.of(new ECKey.Builder(single).issueTime(inSeconds(now)).build()));
  }

  private static ECKey signingKey(JWK key) throws ParseException {
    boolean signs =
        key instanceof ECKey ec
            && ec.isPrivate()
            && Curve.P_256.equals(ec.getCurve())
            && ec.getKeyID() != null
            && isWhole(ec);
    if (!signs) {
      throw unusable();
    }
    return key.toECKey();
  }

  /** Whether the private number belongs to the public point. */
  private static boolean isWhole(ECKey key) {
    try {
      JWSHeader header = new JWSHeader(JWSAlgorithm.ES256);
      byte[] probe = {1};
      return new ECDSAVerifier(key).verify(header, probe, new ECDSASigner(key).sign(header, probe));
    } catch (JOSEException e) {
      return false;
    }
  }

  private static ParseException unusable() {
    return new ParseException("no usable keys", 0);
  }

  String toJson() {
    return new JWKSet(Stream.<JWK>concat(Stream.of(master), keys.stream()).toList())
        .toString(false);
  }

  /** The same with another key, without those that are over. */
  KeySet rotated(Instant now) {
    return new KeySet(master, Stream.concat(live(now), Stream.of(newKey(now))));
  }

  boolean isDue(Duration lifetime, Instant now) {
    return !now.isBefore(madeAt(keys.getLast()).plus(lifetime));
  }

  /** The private key with which to sign now. */
  ECKey signing(Instant now) {
    return keys.reversed().stream()
        .filter(key -> !now.isBefore(signsFrom(key)))
        .findFirst()
        .orElseGet(keys::getFirst);
  }

  Optional<ECPublicKey> verifying(String id, Instant now) {
    return live(now)
        .map(ECKey::getKeyID)
        .filter(name -> name.equals(id))
        .findFirst()
        .map(publicKeys::get);
  }

  /** The public keys that verify now or soon, eldest first. */
  Stream<ECKey> published(Instant now) {
    return live(now).map(ECKey::toPublicJWK);
  }

  private Stream<ECKey> live(Instant now) {
    int last = keys.size() - 1;
    return IntStream.rangeClosed(0, last)
        .filter(i -> i == last || now.isBefore(over(keys.get(i + 1))))
        .mapToObj(keys::get);
  }

  private static Instant signsFrom(ECKey key) {
    return madeAt(key).plus(LEAD);
  }

  /** When the tokens of the key before this one are over. */
  private static Instant over(ECKey next) {
    return signsFrom(next).plus(AccessTokens.LIFETIME);
  }

  /** As it is written; a key must not become older by being read. */
  private static Date inSeconds(Instant now) {
    return Date.from(now.truncatedTo(ChronoUnit.SECONDS));
  }

  private static Instant madeAt(ECKey key) {
    return key.getIssueTime().toInstant();
  }

  /** A secret of 32 bytes for one purpose; it tells nothing about others. */
  byte[] derive(String purpose) {
    return new Hmac(master.toByteArray()).of(purpose);
  }

  private static ECKey newKey(Instant now) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .issueTime(inSeconds(now))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }
}
