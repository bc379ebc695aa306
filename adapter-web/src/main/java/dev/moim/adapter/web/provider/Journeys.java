package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.Hmac;
import dev.moim.adapter.web.shared.ProviderSecret;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.UsedOnce;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Journeys under way, of which nothing is kept here: each travels in its own {@code state}
 * parameter, encrypted and authenticated (AES-256-GCM) under a key that only this installation and
 * the browser's cookie make together. A state that comes back opens in the browser that set out,
 * and in no other; any number of tabs may be on their way.
 *
 * <p>The secrets that a journey needs besides, PKCE's verifier and the nonce, are derived from
 * cookie and state. They don't travel: whoever reads the address of a return learns neither.
 * Thread-safe.
 */
final class Journeys {
  /** From setting out to coming back. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int COOKIE_BYTES = 32;
  private static final Pattern COOKIE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{38,1000}");
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String SEPARATOR = "\n";

  private final Hmac hmac;
  private final Randomness randomness;
  private final UsedOnce usedOnce;
  private final Clock clock;

  Journeys(ProviderSecret secret, Randomness randomness, UsedOnce usedOnce, Clock clock) {
    this.hmac = new Hmac(secret.key());
    this.randomness = randomness;
    this.usedOnce = usedOnce;
    this.clock = clock;
  }

  /**
   * What a journey has with it.
   *
   * @param verifier proves to the provider that who redeems the code is who set out (RFC 7636)
   * @param nonce ties the identity token to this journey (OpenID Connect Core, 3.1.2.1)
   */
  record Luggage(String state, String verifier, String nonce) {
    @Override
    public String toString() {
      return "Luggage[…]";
    }
  }

  /** A journey that came back to the browser it began in. */
  record Returned(Journey journey, Luggage luggage) {}

  /** The value of a cookie for a browser that has none. */
  String newCookie() {
    return base64(randomness.bytes(COOKIE_BYTES));
  }

  /** Whether a cookie's value could be one of ours. */
  static boolean isCookie(@Nullable String value) {
    return value != null && COOKIE.matcher(value).matches();
  }

  Luggage setOut(String provider, Page page, Optional<CheckAccess.Claim> link, String cookie) {
    Instant until = clock.now().plus(LONGEST);
    return luggage(base64(seal(new Journey(provider, page, link, until), cookie)), cookie);
  }

  /**
   * The journey of a state, once; empty if it did not begin in the browser of this cookie, came
   * back before, or took too long.
   */
  Optional<Returned> comeBack(@Nullable String state, @Nullable String cookie) {
    if (cookie == null || !isCookie(cookie) || state == null || !STATE.matcher(state).matches()) {
      return Optional.empty();
    }
    return open(state, cookie)
        .filter(journey -> clock.now().isBefore(journey.until()))
        .filter(journey -> usedOnce.firstUse("journey " + derive("use", state, cookie), LONGEST))
        .map(journey -> new Returned(journey, luggage(state, cookie)));
  }

  private Luggage luggage(String state, String cookie) {
    return new Luggage(state, derive("verifier", state, cookie), derive("nonce", state, cookie));
  }

  private String derive(String purpose, String state, String cookie) {
    return base64(hmac.of(String.join(SEPARATOR, purpose, state, cookie)));
  }

  private byte[] seal(Journey journey, String cookie) {
    byte[] iv = randomness.bytes(IV_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, cookie, iv).doFinal(write(journey));
      byte[] all = Arrays.copyOf(iv, IV_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, IV_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private Optional<Journey> open(String state, String cookie) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(state);
      if (!base64(all).equals(state)) {
        // The same bytes, written in another way: that could be good once more.
        return Optional.empty();
      }
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, cookie, Arrays.copyOf(all, IV_BYTES));
      return Optional.of(read(cipher.doFinal(all, IV_BYTES, all.length - IV_BYTES)));
    } catch (AEADBadTagException | IllegalArgumentException notOurs) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, String cookie, byte[] iv) throws GeneralSecurityException {
    byte[] key = hmac.of(String.join(SEPARATOR, "key", cookie));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
    return cipher;
  }

  private static byte[] write(Journey journey) {
    String link =
        journey
            .link()
            .map(by -> String.join(SEPARATOR, "" + by.member(), "" + by.session(), "" + by.role()))
            .orElse("");
    return String.join(
            SEPARATOR,
            journey.provider(),
            journey.page().path(),
            "" + journey.until().toEpochMilli(),
            link)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What opens was written here. */
  private static Journey read(byte[] text) {
    List<String> parts = new String(text, StandardCharsets.UTF_8).lines().toList();
    Optional<CheckAccess.Claim> link =
        parts.size() > 3
            ? Optional.of(
                new CheckAccess.Claim(
                    new MemberId(UUID.fromString(parts.get(3))),
                    new SessionId(UUID.fromString(parts.get(4))),
                    Role.valueOf(parts.get(5))))
            : Optional.empty();
    return new Journey(
        parts.get(0),
        new Page(parts.get(1)),
        link,
        Instant.ofEpochMilli(Long.parseLong(parts.get(2))));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
