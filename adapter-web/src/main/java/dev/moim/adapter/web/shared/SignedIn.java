package dev.moim.adapter.web.shared;

import dev.moim.application.member.port.in.CheckAccess.Access;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.SharedError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands the {@link Caller} and the {@link SessionId} to controllers; what was found good of the
 * access token is their only source.
 */
public final class SignedIn implements HandlerMethodArgumentResolver {
  /** Who is signed in with the running request. */
  public static Optional<Access> access() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInMember member
        ? Optional.of(member.access())
        : Optional.empty();
  }

  /** The member who is signed in with the running request. */
  public static Optional<MemberId> member() {
    return access().map(access -> access.caller().id());
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class
        || parameter.getParameterType() == SessionId.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Access access = access().orElseThrow(SharedError.NOT_SIGNED_IN::exception);
    return parameter.getParameterType() == Caller.class ? access.caller() : access.session();
  }
}
