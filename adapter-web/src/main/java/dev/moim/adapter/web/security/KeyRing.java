package dev.moim.adapter.web.security;

import com.nimbusds.jose.jwk.ECKey;
import dev.moim.domain.shared.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of this node: those in the file, as it last saw them. It makes the next key when one is
 * due, or takes over the one that another node made, which it also looks for when it meets a key
 * that it does not know. Nothing runs in the background: a key is due when somebody signs, and
 * nobody misses a key with which nobody signs. While the file can't be read or written, the keys
 * that are known stay in use.
 */
final class KeyRing {
  /** A node looks into the file, and tries to make a key, this often at the most. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

  private final KeyFile file;
  private final Duration lifetime;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();
  private final Turn toRead = new Turn();
  private final Turn toRotate = new Turn();
  private volatile KeySet keys;

  private KeyRing(KeyFile file, Duration lifetime, Clock clock, KeySet keys) {
    this.file = file;
    this.lifetime = lifetime;
    this.clock = clock;
    this.keys = keys;
  }

  /**
   * Reads the keys, or makes them if there are none. Of several nodes that start at once on an
   * empty folder one makes them, and all read those.
   */
  static KeyRing open(Path path, Duration lifetime, Clock clock) {
    KeyFile file = new KeyFile(path);
    Instant now = clock.now();
    try {
      KeySet keys = file.update(now, kept -> kept.orElseGet(() -> KeySet.fresh(now)));
      return new KeyRing(file, lifetime, clock, keys);
    } catch (IOException e) {
      throw new UncheckedIOException("the signing keys can't be kept", e);
    }
  }

  /** The private key with which to sign now. */
  ECKey signing() {
    Instant now = clock.now();
    if (keys.isDue(lifetime, now)) {
      rotate(now);
    }
    return keys.signing(now);
  }

  /** The public key of that name, unless it is over. */
  Optional<ECPublicKey> verifying(String id) {
    Instant now = clock.now();
    Optional<ECPublicKey> known = keys.verifying(id, now);
    return known.isPresent() ? known : lookFor(id, now);
  }

  /** The public keys that verify now or soon. */
  List<ECKey> published() {
    Instant now = clock.now();
    if (keys.isDue(lifetime, now)) {
      looking.lock();
      try {
        read(now);
      } finally {
        looking.unlock();
      }
    }
    return keys.published(now).toList();
  }

  /** A secret of 32 bytes for one purpose, the same on all nodes and for ever. */
  byte[] derive(String purpose) {
    return keys.derive(purpose);
  }

  /** Whoever comes while somebody else looks waits, and finds what that one has found. */
  private Optional<ECPublicKey> lookFor(String id, Instant now) {
    looking.lock();
    try {
      if (keys.verifying(id, now).isEmpty()) {
        read(now);
      }
      return keys.verifying(id, now);
    } finally {
      looking.unlock();
    }
  }

  private void read(Instant now) {
    if (toRead.take(now)) {
      try {
        keys = file.read(now);
      } catch (IOException e) {
        log.warn("the signing keys can't be read again; those known stay in use", e);
      }
    }
  }

  /** Whoever comes while somebody else rotates goes on with the keys of before. */
  private void rotate(Instant now) {
    if (looking.tryLock()) {
      try {
        if (keys.isDue(lifetime, now) && toRotate.take(now)) {
          keys = file.update(now, kept -> rotated(kept, now));
        }
      } catch (IOException | UncheckedIOException e) {
        log.warn("no new signing key can be kept; those known stay in use", e);
      } finally {
        looking.unlock();
      }
    }
  }

  /** A file that is gone is not made again here: with it went the other nodes' secrets. */
  private KeySet rotated(Optional<KeySet> kept, Instant now) {
    KeySet before =
        kept.orElseThrow(() -> new UncheckedIOException(new NoSuchFileException("signing keys")));
    if (!before.isDue(lifetime, now)) {
      return before;
    }
    log.info("A new key signs access tokens from {}", now.plus(KeySet.LEAD));
    return before.rotated(now);
  }

  /** Comes once in a {@link #PAUSE}; guarded by the lock. */
  private static final class Turn {
    private @Nullable Instant taken;

    boolean take(Instant now) {
      boolean tooSoon = taken != null && !now.isBefore(taken) && now.isBefore(taken.plus(PAUSE));
      if (!tooSoon) {
        taken = now;
      }
      return !tooSoon;
    }
  }
}
