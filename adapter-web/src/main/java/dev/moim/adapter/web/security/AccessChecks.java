package dev.moim.adapter.web.security;

import dev.moim.adapter.web.shared.RolesClaim;
import dev.moim.adapter.web.shared.SignedInMember;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.SharedError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks, with each request that carries a genuine access token, whether its session goes on and its
 * member is still what the token says; see {@link CheckAccess}.
 */
final class AccessChecks extends OncePerRequestFilter {
  private final CheckAccess checkAccess;
  private final AuthenticationEntryPoint signInFirst;
  private final Refusal refusal;

  /** Answers with the problem that a refusal stands for. */
  @FunctionalInterface
  interface Refusal {
    void write(HttpServletRequest request, HttpServletResponse response, Exception refused);
  }

  AccessChecks(CheckAccess checkAccess, AuthenticationEntryPoint signInFirst, Refusal refusal) {
    this.checkAccess = checkAccess;
    this.signInFirst = signInFirst;
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token) {
      SecurityContextHolder.clearContext();
      try {
        SecurityContext checked = SecurityContextHolder.createEmptyContext();
        checked.setAuthentication(new SignedInMember(checkAccess.check(claim(token.getToken()))));
        SecurityContextHolder.setContext(checked);
      } catch (DomainException refused) {
        if (refused.code() == MemberError.SESSION_ENDED) {
          signInFirst.commence(
              request, response, new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED));
        } else {
          refusal.write(request, response, refused);
        }
        return;
      } catch (RuntimeException failure) {
        refusal.write(request, response, failure);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /** The token's form was checked with its signature. */
  private static CheckAccess.Claim claim(Jwt token) {
    return new CheckAccess.Claim(
        new MemberId(UUID.fromString(token.getSubject())),
        new SessionId(
            UUID.fromString(
                Objects.requireNonNull(token.getClaimAsString(NimbusAccessTokens.SESSION)))),
        RolesClaim.role(token.getClaims()).orElseThrow(SharedError.NOT_SIGNED_IN::exception));
  }
}
