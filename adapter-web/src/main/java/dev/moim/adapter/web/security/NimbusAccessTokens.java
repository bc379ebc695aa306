package dev.moim.adapter.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.moim.adapter.web.shared.RolesClaim;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.shared.Ids;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import java.time.Instant;
import java.util.Date;

/** Access tokens as JWTs signed with ES256, in the profile of RFC 9068 ({@code at+jwt}). */
final class NimbusAccessTokens implements AccessTokens {
  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  static final String SESSION = "sid";

  private final KeyRing keys;
  private final String issuer;
  private final String audience;
  private final Ids ids;
  private final VerifiedSignatures signatures;

  NimbusAccessTokens(
      KeyRing keys, VerifiedSignatures signatures, String issuer, String audience, Ids ids) {
    this.keys = keys;
    this.signatures = signatures;
    this.issuer = issuer;
    this.audience = audience;
    this.ids = ids;
  }

  @Override
  public String issue(MemberId member, Role role, SessionId session, Instant now) {
    ECKey key = keys.signing();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .subject(member.toString())
            .claim(RolesClaim.NAME, RolesClaim.of(role))
            .claim(SESSION, session.toString())
            .jwtID(ids.next().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
      signatures.add(key.toECPublicKey(), token.getSigningInput(), token.getSignature());
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
    return token.serialize();
  }
}
