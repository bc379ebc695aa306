package dev.moim.adapter.web.shared;

import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the {@link Caller} to controllers; the verified access token is its only source. */
final class SignedIn implements HandlerMethodArgumentResolver {
  static Optional<MemberId> member() {
    return token().map(token -> new MemberId(UUID.fromString(token.getSubject())));
  }

  private static Optional<Jwt> token() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken signedIn
        ? Optional.of(signedIn.getToken())
        : Optional.empty();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Jwt token = token().orElseThrow(SharedError.NOT_SIGNED_IN::exception);
    Role role =
        RolesClaim.role(token.getClaims()).orElseThrow(SharedError.NOT_SIGNED_IN::exception);
    return new Caller(new MemberId(UUID.fromString(token.getSubject())), role);
  }
}
