package dev.moim.adapter.web.signature;

import dev.moim.adapter.web.shared.ClientSigned;
import dev.moim.adapter.web.shared.RequestBodies;
import dev.moim.adapter.web.shared.WebError;
import dev.moim.adapter.web.signature.StructuredFields.Input;
import dev.moim.adapter.web.signature.StructuredFields.Malformed;
import dev.moim.application.shared.UsedOnce;
import dev.moim.domain.shared.Clock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets only such requests through to {@link ClientSigned} endpoints as a client has signed with a
 * key that it shares with us: HTTP Message Signatures (RFC 9421) with HMAC-SHA256 over the method,
 * the path and the digest of the body (RFC 9530), made within the window, each good once.
 *
 * <p>A request carries exactly one signature. It is refused with the same code whatever is wrong
 * with it. A nonce is remembered only when everything else holds, so that nobody without a key can
 * use one up or fill the memory.
 */
final class ClientSignatures implements HandlerInterceptor {
  private static final Set<String> COVERED = Set.of("@method", "@path", "content-digest");
  private static final Set<String> PARAMETERS =
      Set.of("created", "nonce", "keyid", "alg", "expires");
  private static final String ALGORITHM = "hmac-sha256";
  private static final int LEAST_NONCE = 8;
  private static final int MOST_NONCE = 128;

  private final ClientSignatureSettings settings;
  private final UsedOnce usedOnce;
  private final Clock clock;

  ClientSignatures(ClientSignatureSettings settings, UsedOnce usedOnce, Clock clock) {
    this.settings = settings;
    this.usedOnce = usedOnce;
    this.clock = clock;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean needed =
        settings.required()
            && handler instanceof HandlerMethod method
            && method.hasMethodAnnotation(ClientSigned.class);
    if (needed && !isGood(request)) {
      throw WebError.CLIENT_SIGNATURE_INVALID.exception();
    }
    return true;
  }

  private boolean isGood(HttpServletRequest request) {
    try {
      Map<String, Input> inputs = StructuredFields.inputs(header(request, "signature-input"));
      Map<String, byte[]> macs = StructuredFields.byteSequences(header(request, "signature"));
      if (inputs.size() != 1 || !inputs.keySet().equals(macs.keySet())) {
        return false;
      }
      String label = inputs.keySet().iterator().next();
      Input input = inputs.get(label);
      byte[] mac = macs.get(label);
      return input != null
          && mac != null
          && coversEnough(input)
          && isTimely(input)
          && isMac(request, input, mac)
          && isDigestOfBody(request)
          && isFirst(input);
    } catch (Malformed e) {
      return false;
    }
  }

  private static String header(HttpServletRequest request, String name) throws Malformed {
    return SignatureBase.field(request, name).orElseThrow(Malformed::new);
  }

  private static boolean coversEnough(Input input) {
    Object algorithm = input.parameters().getOrDefault("alg", ALGORITHM);
    return input.components().containsAll(COVERED)
        && PARAMETERS.containsAll(input.parameters().keySet())
        && algorithm.equals(ALGORITHM);
  }

  private boolean isTimely(Input input) {
    Instant now = clock.now();
    Optional<Instant> created = instant(input, "created");
    boolean expired =
        input.parameters().containsKey("expires")
            && instant(input, "expires").filter(now::isBefore).isEmpty();
    return !expired
        && created
            .filter(made -> Duration.between(made, now).abs().compareTo(settings.window()) <= 0)
            .isPresent();
  }

  private static Optional<Instant> instant(Input input, String parameter) {
    try {
      return input.parameters().get(parameter) instanceof Long seconds
          ? Optional.of(Instant.ofEpochSecond(seconds))
          : Optional.empty();
    } catch (DateTimeException tooFar) {
      return Optional.empty();
    }
  }

  private boolean isMac(HttpServletRequest request, Input input, byte[] mac) {
    Optional<ClientSignatureSettings.Key> key = text(input, "keyid").flatMap(settings::key);
    Optional<String> base = SignatureBase.of(request, input);
    return key.isPresent()
        && base.isPresent()
        && MessageDigest.isEqual(mac(key.get(), base.get()), mac);
  }

  static byte[] mac(ClientSignatureSettings.Key key, String base) {
    try {
      Mac mac = Mac.getInstance(ClientSignatureSettings.Key.ALGORITHM);
      mac.init(key.secret());
      // Headers are bytes; the container makes one character of each.
      return mac.doFinal(base.getBytes(StandardCharsets.ISO_8859_1));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static boolean isDigestOfBody(HttpServletRequest request) throws Malformed {
    byte[] given = StructuredFields.byteSequences(header(request, "content-digest")).get("sha-256");
    return given != null && MessageDigest.isEqual(sha256(RequestBodies.of(request)), given);
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Remembered for as long as the signature is within the window, however its time was set. */
  private boolean isFirst(Input input) {
    Optional<String> nonce =
        text(input, "nonce").filter(n -> n.length() >= LEAST_NONCE && n.length() <= MOST_NONCE);
    Duration memory = settings.window().multipliedBy(2).plusSeconds(1);
    return nonce
        .map(
            n -> String.join("\n", List.of("client-signature", text(input, "keyid").orElse(""), n)))
        .filter(value -> usedOnce.firstUse(value, memory))
        .isPresent();
  }

  private static Optional<String> text(Input input, String parameter) {
    return input.parameters().get(parameter) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
