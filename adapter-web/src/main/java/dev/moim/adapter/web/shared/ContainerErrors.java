package dev.moim.adapter.web.shared;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
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
    WebError error = of(status instanceof Integer code ? code : Integer.valueOf(404));
    problems.write(
        request,
        response,
        error == WebError.INTERNAL_ERROR && failure instanceof Exception exception
            ? exception
            : error.exception());
  }

  static WebError of(Integer status) {
    return switch (status) {
      case 404 -> WebError.UNKNOWN_PATH;
      case 405, 501 -> WebError.METHOD_NOT_ALLOWED;
      case 408 -> WebError.BODY_TOO_SLOW;
      case 413 -> WebError.BODY_TOO_LARGE;
      case Integer code when code >= 400 && code < 500 -> WebError.MALFORMED;
      default -> WebError.INTERNAL_ERROR;
    };
  }
}
