package dev.moim.adapter.web.security;

import com.nimbusds.jose.jwk.ECKey;
import dev.moim.adapter.web.shared.Open;
import dev.moim.adapter.web.shared.Sends;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys with which others can verify our access tokens. */
@RestController
@Tag(name = "Sessions")
class PublicKeyController {
  static final String PATH = "/.well-known/jwks.json";

  /** Less than {@link KeySet#LEAD}, so that nobody misses a key that has begun to sign. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** A public EC key, as RFC 7517 and RFC 7518, 6.2.1 write it. */
  @Schema(name = "PublicKey")
  record PublicKeyResponse(
      @Schema(example = "EC") String kty,
      @Schema(example = "sig") String use,
      @Schema(example = "ES256") String alg,
      @Schema(example = "P-256") String crv,
      String kid,
      String x,
      String y) {
    static PublicKeyResponse of(ECKey key) {
      return new PublicKeyResponse(
          key.getKeyType().getValue(),
          "sig",
          "ES256",
          key.getCurve().getName(),
          key.getKeyID(),
          key.getX().toString(),
          key.getY().toString());
    }
  }

  /** A JWK Set. */
  @Schema(name = "PublicKeys")
  record PublicKeysResponse(List<PublicKeyResponse> keys) {}

  private final KeyRing keys;

  PublicKeyController(KeyRing keys) {
    this.keys = keys;
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  @Open
  @Sends(HttpHeaders.CACHE_CONTROL)
  @Operation(summary = "The public keys of access tokens, as a JWK Set")
  ResponseEntity<PublicKeysResponse> keys() {
    List<PublicKeyResponse> published =
        keys.published().stream().map(PublicKeyResponse::of).toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .body(new PublicKeysResponse(published));
  }
}
