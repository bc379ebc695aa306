package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.DomainException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers with a problem where the container itself refuses, outside Spring MVC. */
@Controller
@Hidden
class ContainerErrors implements ErrorController {
  private final Problems problems;

  ContainerErrors(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    DomainException refusal =
        of(status instanceof Integer code ? code : Integer.valueOf(404), request);
    problems.write(
        request,
        response,
        refusal.code() == WebError.INTERNAL_ERROR && failure instanceof Exception exception
            ? exception
            : refusal);
  }

  static DomainException of(Integer status, HttpServletRequest request) {
    boolean coded = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    return switch (status) {
      case 404 -> WebError.UNKNOWN_PATH.exception();
      // An unknown coding of the body, or an unknown method.
      case Integer code when code == 501 && coded -> WebError.notWellFormed();
      case 405, 501 -> WebError.METHOD_NOT_ALLOWED.exception();
      case 408 -> WebError.BODY_TOO_SLOW.exception();
      case 413 -> WebError.BODY_TOO_LARGE.exception();
      case 505 -> WebError.notWellFormed();
      case Integer code when code >= 400 && code < 500 -> WebError.notWellFormed();
      default -> WebError.INTERNAL_ERROR.exception();
    };
  }
}
