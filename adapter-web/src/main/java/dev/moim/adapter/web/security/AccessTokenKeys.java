package dev.moim.adapter.web.security;

import com.nimbusds.jose.HeaderParameterNames;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key that must have signed a token: one of ours, with ES256, by its name. A token that
 * says anything else about keys and algorithms (RFC 8725, 3.1 and 3.10), or wants something to be
 * understood ({@code crit}), is none of ours, and no key is good for it.
 */
final class AccessTokenKeys implements JWSKeySelector<SecurityContext> {
  private static final Set<String> PARAMETERS =
      Set.of(
          HeaderParameterNames.ALGORITHM, HeaderParameterNames.TYPE, HeaderParameterNames.KEY_ID);

  private final KeyRing keys;

  AccessTokenKeys(KeyRing keys) {
    this.keys = keys;
  }

  @Override
  public List<ECPublicKey> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context) {
    boolean ours =
        JWSAlgorithm.ES256.equals(header.getAlgorithm())
            && header.getIncludedParams().equals(PARAMETERS);
    if (!ours) {
      return List.of();
    }
    return keys.verifying(header.getKeyID()).stream().toList();
  }
}
