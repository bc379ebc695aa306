package dev.moim.adapter.web.shared;

import dev.moim.application.member.port.in.CheckAccess.Access;
import dev.moim.domain.member.Block;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses members who may not act, at every endpoint that is not {@link OpenToInactive}. Who is
 * blocked is told until when and why.
 */
final class OnlyActive implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean open =
        handler instanceof HandlerMethod method
            && (method.hasMethodAnnotation(OpenToInactive.class)
                || method.hasMethodAnnotation(Open.class));
    if (!open) {
      SignedIn.access().ifPresent(OnlyActive::requireActive);
    }
    return true;
  }

  private static void requireActive(Access access) {
    switch (access.status()) {
      case ACTIVE -> {}
      case BLOCKED -> throw blocked(access.block().orElseThrow());
      case WITHDRAWN, ERASED -> throw MemberError.MEMBER_WITHDRAWN.exception();
    }
  }

  private static DomainException blocked(Block block) {
    return new DomainException(
        MemberError.MEMBER_BLOCKED,
        Map.of("until", block.until(), "reason", block.reason()),
        List.of());
  }
}
